import { useEffect, useRef } from 'preact/hooks';
import type { Values } from '../protocol.ts';
import { useFrame } from './frame-context.ts';

/** Opens details above the page, and gives the focus back to what opened them when they are closed. */
export function useOpener(tag: string): (values: Values, opener: HTMLElement) => void {
  const { conversation } = useFrame();
  const openerRef = useRef<HTMLElement | null>(null);
  useEffect(() => conversation.onOverlayClosed(() => openerRef.current?.focus()), [conversation]);
  return (values, opener) => {
    openerRef.current = opener;
    conversation.say({ kind: 'open-overlay', tag, values });
  };
}
