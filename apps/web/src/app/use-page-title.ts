import { useEffect } from 'react';
import { pageConfig } from '../lib/early-start.ts';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${pageConfig().platform.name}`;
  }, [title]);
}
