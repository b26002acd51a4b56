import { useState } from 'preact/hooks';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';

/** Sends a change to the frame API once at a time; `refusal` is the server's reason until the next try. */
export function useSend() {
  const { api, conversation } = useFrame();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  async function send(path: string, body: object, onDone: () => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await api.post(path, body);
      conversation.say({ kind: 'changed' });
      onDone();
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      setRefusal(cause.message);
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, refusal, refuse: setRefusal };
}
