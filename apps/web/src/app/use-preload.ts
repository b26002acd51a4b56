import { useEffect } from 'react';
import { useRouter } from 'wouter';
import { findRoute } from './find-route.ts';

/** Loads the code behind a link as soon as somebody points at it or reaches it with the keyboard. */
export function usePreload(): void {
  const { parser } = useRouter();
  useEffect(() => {
    const onPointed = ({ target }: Event): void => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link === null || link.origin !== location.origin) return;
      // A failure shows when the page is opened; until then nobody asked for it.
      findRoute(parser, link.pathname)
        ?.route.load?.()
        .catch(() => undefined);
    };
    const events = ['pointerover', 'focusin', 'touchstart'] as const;
    for (const event of events) document.addEventListener(event, onPointed, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, onPointed);
    };
  }, [parser]);
}
