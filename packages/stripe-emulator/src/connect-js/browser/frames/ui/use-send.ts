import { useState } from 'preact/hooks';
import type { FieldProblems } from '../../../frame-data.ts';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';

/**
 * Sends a change to the frame API once at a time, and hands on the id of what was changed. Until the next try `refusal` is
 * the server's reason, and `problems` what it finds wrong with each field.
 */
export function useSend() {
  const { api, conversation } = useFrame();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [problems, setProblems] = useState<FieldProblems>({});

  async function send(path: string, body: object, onDone: (id: string) => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    setProblems({});
    try {
      const { id = '' } = await api.post<{ id?: string }>(path, body);
      conversation.say({ kind: 'changed' });
      onDone(id);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setRefusal(cause.message);
      setProblems(cause.fields);
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, refusal, refuse: setRefusal, problems };
}
