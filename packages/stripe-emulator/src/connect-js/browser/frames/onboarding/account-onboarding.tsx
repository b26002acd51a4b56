import { useEffect, useRef, useState } from 'preact/hooks';
import type { Onboarding } from '../../../frame-data.ts';
import type { Words } from '../../../../words/english.ts';
import { said } from '../../../../words/said.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { SignInGate } from '../sign-in/sign-in-gate.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { collectionQuery } from './collection-query.ts';
import { StepFlow } from './step-flow.tsx';

/** Asks what Stripe wants to know of an account, step by step. */
export function AccountOnboarding() {
  const { conversation } = useFrame();
  return (
    <SignInGate
      what="accountOnboarding"
      onAsked={() => conversation.call('OnStepChange', { step: 'stripe_user_authentication' })}
    >
      <Steps />
    </SignInGate>
  );
}

function Steps() {
  const { conversation, values } = useFrame();
  const query = collectionQuery(values);
  const { loaded, refresh, retry } = useLoaded('onboarding', { query });
  const [left, setLeft] = useState<'later' | 'finished'>();
  useFresh(() => void refresh());
  if (loaded.state === 'loading') return <LoadingRows rows={5} />;
  if (loaded.state === 'failed') return <Failed what="accountOnboarding" failure={loaded.failure} retry={retry} />;

  function leave(how: 'later' | 'finished'): void {
    setLeft(how);
    conversation.call('OnExit');
  }

  const { data } = loaded;
  if (left !== undefined || data.open === null)
    return <Left how={left ?? 'finished'} onboarding={data} onResumed={() => setLeft(undefined)} />;
  return (
    <StepFlow
      onboarding={data}
      query={query}
      refresh={refresh}
      onLater={() => leave('later')}
      onFinished={() => leave('finished')}
    />
  );
}

type LeftProps = {
  readonly how: 'later' | 'finished';
  readonly onboarding: Onboarding;
  readonly onResumed: () => void;
};

/** What is seen after the end where the page leaves the component where it is. */
function Left({ how, onboarding, onResumed }: LeftProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);
  const words = useWords();
  const { left } = words.account;
  const { title, text } = wordsOf(how, onboarding, words);
  return (
    <section class="panel state" aria-label={words.titles['account-onboarding']}>
      <h2 ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      <p>{text}</p>
      {onboarding.open !== null && (
        <button type="button" onClick={onResumed}>
          {how === 'later' || onboarding.askedAgain ? words.account.continue : left.lookAgain}
        </button>
      )}
      <EmulatorMark />
    </section>
  );
}

function wordsOf(how: LeftProps['how'], { askedAgain, reasons }: Onboarding, { account }: Words) {
  const { left } = account;
  if (how === 'later') return left.later;
  if (!askedAgain || reasons.length === 0) return askedAgain ? left.askedAgain : left.finished;
  return { ...left.askedAgain, text: reasons.map((reason) => said(account.reasons, reason)).join(' ') };
}
