import { useState } from 'preact/hooks';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';

/** Sends a change to the frame API once at a time, and hands on the id of what was changed; `refusal` is the server's reason until the next try. */
export function useSend() {
  const { api, conversation } = useFrame();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function send(path: string, body: object, onDone: (id: string) => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const { id = '' } = await api.post<{ id?: string }>(path, body);
      conversation.say({ kind: 'changed' });
      onDone(id);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setRefusal(cause.message);
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, refusal, refuse: setRefusal };
}
