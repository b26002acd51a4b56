import { useEffect, useRef } from 'preact/hooks';
import type { Values } from '../protocol.ts';
import { useFrame } from './frame-context.ts';

/** How long the browser may take to give the focus back to this frame, in milliseconds. */
const FOCUS_RETURNS_WITHIN_MS = 1_500;

/** Opens details above the page, and gives the focus back to what opened them when they are closed. */
export function useOpener(tag: string): (values: Values, opener: HTMLElement) => void {
  const { conversation } = useFrame();
  const openerRef = useRef<HTMLElement | null>(null);
  useEffect(() => conversation.onOverlayClosed(() => returnFocusTo(openerRef.current)), [conversation]);
  return (values, opener) => {
    openerRef.current = opener;
    conversation.say({ kind: 'open-overlay', tag, values });
  };
}

/** The page gives the focus back to this frame at about the same time, perhaps twice, and each takes it from the element. */
function returnFocusTo(element: HTMLElement | null): void {
  const focus = () => element?.focus();
  focus();
  window.addEventListener('focus', focus, { signal: AbortSignal.timeout(FOCUS_RETURNS_WITHIN_MS) });
}
