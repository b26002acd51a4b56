import { useEffect, useRef } from 'preact/hooks';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { type SignInState, useSignInWindow } from './use-sign-in-window.ts';

/** Asks the seller to sign in at Stripe, and says how that stands. */
export function SignInPanel({ onSignedIn }: { onSignedIn: () => void }) {
  const { state, open } = useSignInWindow(onSignedIn);
  return (
    <section class="panel state sign-in" aria-label="Sign in">
      <h2>Sign in to Stripe to continue</h2>
      <p>These details are kept by Stripe. Sign in there once, in a window of its own, and go on here.</p>
      <Standing state={state} />
      {state.is !== 'blocked' && (
        <button type="button" class="primary" onClick={() => void open()}>
          {state.is === 'waiting' ? 'Open the window again' : 'Sign in'}
        </button>
      )}
      <EmulatorMark />
    </section>
  );
}

function Standing({ state }: { state: SignInState }) {
  if (state.is === 'blocked') return <WayOut url={state.url} />;
  return <output class="standing">{wordsOf(state)}</output>;
}

function wordsOf(state: SignInState): string {
  if (state.is === 'waiting') return 'Waiting for you to sign in in the other window.';
  if (state.is === 'closed') return 'The window was closed before you signed in.';
  return state.is === 'refused' ? state.message : '';
}

/** A browser that opens no window by itself follows a link. */
function WayOut({ url }: { url: string }) {
  const linkRef = useRef<HTMLAnchorElement>(null);
  useEffect(() => linkRef.current?.focus(), []);
  return (
    <div class="notice warning" role="alert">
      <div>
        <strong>Your browser blocked the window</strong>
        <p>
          Allow windows for this page, or{' '}
          <a ref={linkRef} href={url} target="_blank" rel="noreferrer">
            sign in in a new tab
          </a>
          . You can go on here as soon as you have.
        </p>
      </div>
    </div>
  );
}
