import { type RefCallback, useCallback, useState } from 'react';
import { isSupportView } from '../lib/support-view.ts';

/** Less than a line of text: the component has not drawn anything yet. */
const DRAWN_PX = 24;

/** Heights in pixels, on a wide screen and on a phone. */
export interface FirstRoom {
  readonly wide: number;
  readonly narrow: number;
}

/** Below this width components put their columns below each other. */
const NARROW_PX = 640;

interface Room {
  /** What to keep free, in pixels; it stays what it was when the page opened. */
  readonly minHeight: number;
  /** The element whose height is remembered. */
  readonly measured: RefCallback<HTMLElement>;
  /** Whether it has taken room on this page. */
  readonly drawn: boolean;
}

/**
 * Keeps as much room for a component as it took last time in a window of this width, so that what stands below does
 * not move when it comes. How high it is depends on what it shows, which only Stripe knows.
 */
export function useRememberedHeight(name: string, first: FirstRoom | undefined): Room {
  const [minHeight] = useState(() => (first === undefined ? 0 : (remembered(name) ?? heightFor(first))));
  const remembers = first !== undefined;
  const [drawn, setDrawn] = useState(false);
  const measured = useCallback(
    (element: HTMLElement | null) => {
      if (element === null || !remembers) return undefined;
      const observer = new ResizeObserver(() => {
        if (element.offsetHeight < DRAWN_PX) return;
        remember(name, element.offsetHeight);
        setDrawn(true);
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [name, remembers],
  );
  return { minHeight, measured, drawn };
}

function heightFor({ wide, narrow }: FirstRoom): number {
  return window.innerWidth < NARROW_PX ? narrow : wide;
}

function remembered(name: string): number | undefined {
  try {
    const height = Number(localStorage.getItem(keyOf(name)));
    return height > 0 ? height : undefined;
  } catch {
    // A browser that keeps nothing keeps no height either.
    return undefined;
  }
}

function remember(name: string, height: number): void {
  // How much a seller has is nothing that support's browser keeps.
  if (isSupportView()) return;
  try {
    localStorage.setItem(keyOf(name), String(height));
  } catch {
    // The next page keeps the first height free again.
  }
}

/** Heights of a phone and of a wide screen have nothing in common. */
function keyOf(name: string): string {
  return `sellerdesk.height.${name}.${Math.round(window.innerWidth / 100)}`;
}
