import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../../../words/english.ts';
import { failureInWords } from '../frame-api.ts';
import { useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { type SignInState, useSignInWindow } from './use-sign-in-window.ts';

/** Asks the seller to sign in at Stripe, and says how that stands. */
export function SignInPanel({ onSignedIn }: { onSignedIn: () => void }) {
  const { signIn } = useWords().account;
  const { state, open } = useSignInWindow(onSignedIn);
  return (
    <section class="panel state sign-in" aria-label={signIn.label}>
      <h2>{signIn.title}</h2>
      <p>{signIn.text}</p>
      <Standing state={state} />
      {state.is !== 'blocked' && (
        <button type="button" class="primary" onClick={() => void open()}>
          {state.is === 'waiting' ? signIn.openAgain : signIn.open}
        </button>
      )}
      <EmulatorMark />
    </section>
  );
}

function Standing({ state }: { state: SignInState }) {
  const words = useWords();
  if (state.is === 'blocked') return <WayOut url={state.url} />;
  return <output class="standing">{wordsOf(state, words)}</output>;
}

function wordsOf(state: SignInState, words: Words): string {
  const { signIn } = words.account;
  if (state.is === 'waiting') return signIn.waiting;
  if (state.is === 'closed') return signIn.closed;
  return state.is === 'refused' ? failureInWords(state.failure, words) : '';
}

/** A browser that opens no window by itself follows a link. */
function WayOut({ url }: { url: string }) {
  const { signIn } = useWords().account;
  const linkRef = useRef<HTMLAnchorElement>(null);
  useEffect(() => linkRef.current?.focus(), []);
  return (
    <div class="notice warning" role="alert">
      <div>
        <strong>{signIn.blocked}</strong>
        <p>
          {signIn.wayOut(
            <a ref={linkRef} href={url} target="_blank" rel="noreferrer">
              {signIn.newTab}
            </a>,
          )}
        </p>
      </div>
    </div>
  );
}
