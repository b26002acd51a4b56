import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrameAnswers } from '../../../frame-data.ts';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';
import { openWindow } from '../open-window.ts';

/** `blocked`: the browser opened no window, but follows a link. */
export type SignInState =
  | { readonly is: 'asking' }
  | { readonly is: 'waiting' }
  | { readonly is: 'closed' }
  | { readonly is: 'blocked'; readonly url: string }
  | { readonly is: 'refused'; readonly failure: ApiFailure };

const WINDOW_NAME = 'stripe-emulator-sign-in';
const WINDOW_FEATURES = 'popup,width=480,height=640';

/** How often the server is asked whether somebody has signed in, in milliseconds. */
const LOOK_EVERY_MS = 500;

/** Opens Stripe's own window, and hears from the server when the seller has signed in there, whichever way it was opened. */
export function useSignInWindow(onSignedIn: () => void) {
  const { api, conversation } = useFrame();
  const [state, setState] = useState<SignInState>({ is: 'asking' });
  const windowRef = useRef<Window | null>(null);
  const doneRef = useRef(onSignedIn);
  useEffect(() => {
    doneRef.current = onSignedIn;
  });

  async function open(): Promise<void> {
    // At once: after waiting for the server it would not be the click any more that opens it, and it would be blocked.
    const opened = openWindow('', WINDOW_NAME, WINDOW_FEATURES);
    windowRef.current = opened;
    try {
      const { url } = await api.post<{ url: string }>('sign-in');
      opened?.location.replace(url);
      setState(opened === null ? { is: 'blocked', url } : { is: 'waiting' });
    } catch (cause) {
      opened?.close();
      if (!(cause instanceof ApiFailure)) throw cause;
      setState({ is: 'refused', failure: cause });
    }
  }

  const isOpen = state.is === 'waiting' || state.is === 'closed' || state.is === 'blocked';
  useEffect(() => {
    if (!isOpen) return undefined;
    async function look(): Promise<void> {
      const answer = await api.get<FrameAnswers['authentication']>('authentication').catch(() => undefined);
      if (answer?.needed === false) {
        windowRef.current?.close();
        conversation.say({ kind: 'changed' });
        doneRef.current();
      } else if (windowRef.current?.closed === true) {
        setState({ is: 'closed' });
      }
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [api, conversation, isOpen]);

  return { state, open };
}
