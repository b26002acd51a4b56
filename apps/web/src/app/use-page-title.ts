import { useEffect } from 'react';
import { pageConfig } from '../lib/early-start.ts';
import { isSupportView } from '../lib/support-view.ts';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const name = `${title} · ${pageConfig().platform.name}`;
    document.title = isSupportView() ? `Support view: ${name}` : name;
  }, [title]);
}
