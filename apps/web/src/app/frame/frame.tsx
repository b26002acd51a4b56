import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { StripePlace } from '../../connect/stripe-place.ts';
import { usePageTitle } from '../use-page-title.ts';
import { BottomBar } from './bottom-bar.tsx';
import type { Section } from './navigation.ts';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';

interface FrameProps {
  readonly title: string;
  readonly section: Section | undefined;
  readonly place: StripePlace;
  readonly children: ReactNode;
}

/** What stands around every page. */
export function Frame({ title, section, place, children }: FrameProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useReadingStart(title, heading);
  return (
    <div className="flex">
      <a
        href="#content"
        className="fixed top-[calc(var(--above,0px)+0.5rem)] left-2 z-40 -translate-y-40 rounded-md bg-inverse px-4 py-2.5 text-on-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <SideBar current={section} />
      <div className="min-w-0 flex-1 px-4 pb-24 md:px-8 md:pb-12">
        <div className="mx-auto max-w-280">
          <TopBar title={title} place={place} heading={heading} />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <BottomBar current={section} />
    </div>
  );
}

/** Another page begins at its top and with its title, as if the browser had loaded it; the first one is the browser's. */
function useReadingStart(title: string, heading: RefObject<HTMLHeadingElement | null>): void {
  const shown = useRef(title);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title, heading]);
}
