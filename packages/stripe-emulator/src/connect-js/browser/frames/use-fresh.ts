import { useEffect, useRef } from 'preact/hooks';
import type { FrameAnswers } from '../../frame-data.ts';
import { useFrame } from './frame-context.ts';

/** How often a visible list asks whether something changed, in milliseconds. */
const ASK_EVERY_MS = 2_000;

/**
 * Calls `onChange` when the account's data changed on the server. Only a revision is asked for, and only while the frame
 * can be seen; a failed question is asked again at the next turn.
 */
export function useFresh(onChange: () => void): void {
  const { api } = useFrame();
  const knownRef = useRef<string | undefined>(undefined);
  const changeRef = useRef(onChange);
  useEffect(() => {
    changeRef.current = onChange;
  });

  useEffect(() => {
    let visible = true;
    const observer = new IntersectionObserver((entries) => {
      visible = entries.some((entry) => entry.isIntersecting);
    });
    observer.observe(document.documentElement);

    async function ask(): Promise<void> {
      if (document.hidden || !visible) return;
      const revision = await api.get<FrameAnswers['revision']>('revision').catch(() => undefined);
      if (!revision || revision.revision === knownRef.current) return;
      if (knownRef.current !== undefined) changeRef.current();
      knownRef.current = revision.revision;
    }

    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    void ask();
    return () => {
      clearInterval(timer);
      observer.disconnect();
    };
  }, [api]);
}
