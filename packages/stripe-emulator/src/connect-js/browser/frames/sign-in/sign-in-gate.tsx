import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFrame } from '../frame-context.ts';
import { Failed, LoadingRows, type Showable } from '../ui/states.tsx';
import { useLoaded } from '../use-loaded.ts';
import { SignInPanel } from './sign-in-panel.tsx';

type SignInGateProps = {
  readonly what: Showable;
  /** Called whenever the seller is asked to sign in. */
  readonly onAsked?: () => void;
  readonly children: ComponentChildren;
};

/**
 * Shows what only a seller may see who has signed in at Stripe. Where a new session asks again in the middle, what was
 * begun stays behind the question: nothing that was typed is lost.
 */
export function SignInGate({ what, onAsked, children }: SignInGateProps) {
  const { api } = useFrame();
  const { loaded, refresh, retry } = useLoaded('authentication');
  const [wasOpen, setWasOpen] = useState(false);
  const needed = loaded.state === 'ready' ? loaded.data.needed : undefined;

  useEffect(() => api.onSignInNeeded(() => void refresh()), [api, refresh]);
  const askedRef = useRef(onAsked);
  useEffect(() => {
    askedRef.current = onAsked;
  });
  useEffect(() => {
    if (needed === false) setWasOpen(true);
    if (needed === true) askedRef.current?.();
  }, [needed]);

  const contentRef = useRef<HTMLDivElement>(null);
  const signedInHereRef = useRef(false);
  useEffect(() => {
    // Where the button was pressed the keyboard goes on; in another component it is taken from nobody.
    if (needed === false && signedInHereRef.current) contentRef.current?.focus();
    signedInHereRef.current = false;
  }, [needed]);

  async function open(): Promise<void> {
    signedInHereRef.current = true;
    await refresh();
  }

  if (!wasOpen && loaded.state === 'failed') return <Failed what={what} failure={loaded.failure} retry={retry} />;
  if (!wasOpen && needed === undefined) return <LoadingRows rows={5} />;
  return (
    <>
      {needed === true && <SignInPanel onSignedIn={() => void open()} />}
      {(wasOpen || needed === false) && (
        <div class="opened" hidden={needed === true} ref={contentRef} tabIndex={-1}>
          {children}
        </div>
      )}
    </>
  );
}
