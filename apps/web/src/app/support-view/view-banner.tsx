import type { SupportView } from '@sellerdesk/contract';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { useStopView } from '../../features/support/use-stop-view.ts';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { TimeLeft } from './time-left.tsx';

/** Stands above every page of a view: who looks, at whom, why, how long still, and the way to stop. */
export function ViewBanner({ view }: { readonly view: SupportView }): ReactNode {
  const stopping = useStopView();
  const { staffName, seller, reason, ticket } = view;
  return (
    <section
      ref={useRoomAbove()}
      aria-label="Support view"
      className="sticky top-0 z-50 flex flex-wrap items-center gap-x-6 gap-y-2 bg-danger px-4 py-2 text-on-danger md:px-6"
    >
      <div role="alert" className="grid min-w-0 flex-1 basis-56">
        <p className="font-heading">
          {staffName} looks at {seller.businessName}
        </p>
        <p className="line-clamp-2 text-sm" title={reason}>
          {ticket === null ? '' : `${ticket}: `}
          {reason}
        </p>
        {stopping.error === null ? null : <p>It still runs. {submitProblemFrom(stopping.error).message}</p>}
      </div>
      <TimeLeft view={view} />
      <div className="max-sm:ml-auto">
        <Button busy={stopping.isPending} onClick={() => stopping.mutate()}>
          Stop looking
        </Button>
      </div>
    </section>
  );
}

/** What sticks to the top of the window below the banner asks how high that is. */
function useRoomAbove(): RefObject<HTMLElement | null> {
  const banner = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = banner;
    if (current === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--above', `${current.offsetHeight}px`));
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty('--above');
    };
  }, []);
  return banner;
}
