import { useEffect, useRef } from 'preact/hooks';
import type { FrameAnswers } from '../../frame-data.ts';
import { ApiFailure } from './frame-api.ts';
import { useFrame } from './frame-context.ts';

/** How often a visible list asks whether something changed, in milliseconds. */
const ASK_EVERY_MS = 2_000;

/** Without a session each question would ask the page for another one, so it is left in peace for a while. */
const QUIET_MS = 30_000;
const SESSION_FAILURES: ReadonlySet<string> = new Set(['authentication_error', 'account_session_create_error']);

/**
 * Calls `onChange` when the account's data changed on the server. Only a revision is asked for, and only while the frame
 * can be seen, and as soon as it can be seen again; a failed question is asked again at the next turn.
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
    let quietUntil = 0;
    const observer = new IntersectionObserver((entries) => {
      // A frame without height shows nothing because there is nothing yet: that is what must be found out.
      visible = window.innerHeight === 0 || entries.some((entry) => entry.isIntersecting);
      void ask();
    });
    observer.observe(document.documentElement);
    const onShown = () => void ask();
    document.addEventListener('visibilitychange', onShown);

    async function ask(): Promise<void> {
      if (document.hidden || !visible || Date.now() < quietUntil) return;
      const revision = await api.get<FrameAnswers['revision']>('revision').catch(onRefused);
      // What is shown counts, not what was asked first: a change between the two must not be missed.
      knownRef.current ??= api.firstRevision();
      if (!revision || revision.revision === knownRef.current) return;
      knownRef.current = revision.revision;
      changeRef.current();
    }

    function onRefused(cause: unknown): undefined {
      if (cause instanceof ApiFailure && SESSION_FAILURES.has(cause.type)) quietUntil = Date.now() + QUIET_MS;
    }

    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
      observer.disconnect();
    };
  }, [api]);
}
