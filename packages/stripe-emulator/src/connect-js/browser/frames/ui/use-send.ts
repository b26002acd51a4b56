import { useState } from 'preact/hooks';
import type { Words } from '../../../../words/english.ts';
import type { FieldProblems } from '../../../frame-data.ts';
import { ApiFailure, failureInWords } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';

/** Why something was refused. It is said anew in each language, as long as it stands. */
export type Reason = (words: Words, locale: string) => string;

/**
 * Sends a change to the frame API once at a time, and hands on its answer. Until the next try `refusal` is the server's
 * reason, and `problems` what it finds wrong with each field.
 */
export function useSend() {
  const { api, conversation, look, words } = useFrame();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ readonly because: Reason }>();
  const [problems, setProblems] = useState<FieldProblems>({});

  // What the server answers is typed by who asks, as in the frame API itself.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  async function send<Answer>(path: string, body: object, onDone: (answer: Answer) => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    setProblems({});
    try {
      const answer = await api.post<Answer>(path, body);
      conversation.say({ kind: 'changed' });
      onDone(answer);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setRefused({ because: (now) => failureInWords(cause, now) });
      setProblems(cause.fields);
    } finally {
      setBusy(false);
    }
  }

  return {
    send,
    busy,
    refusal: refused?.because(words, look.locale),
    refuse: (because: Reason) => setRefused({ because }),
    problems,
  };
}
