import { formatMoney } from '@sellerdesk/money';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type ChargeDraft, moneyOfDraft } from './charge-draft.ts';
import type { ChargeForm } from './use-charge-form.ts';

/** Says why no charge was made, or that we cannot tell; what is safe; and the way on. */
export function ChargeFormProblem({ form }: { readonly form: ChargeForm }): ReactNode {
  if (form.state === 'offline') return <Offline />;
  if (form.state === 'sending' || form.problem === undefined) return null;
  const { code } = form.problem;
  if (code === 'idempotency_mismatch') return <SentBefore form={form} />;
  if (code === 'account_missing' || code === 'onboarding_incomplete') return <SetUpNeeded />;
  // What is wrong with a field stands at the field.
  if (code === 'amount_refused' || code === 'validation_failed') return null;
  return (
    <Notice tone="danger">
      <ProblemWords problem={form.problem}>
        What you typed is still here, and trying again can't charge twice.
      </ProblemWords>
    </Notice>
  );
}

function Offline(): ReactNode {
  return (
    <Notice tone="warning" title="You're offline">
      This is sent once, by itself, when you're back. Keep this page open.
    </Notice>
  );
}

function SetUpNeeded(): ReactNode {
  return (
    <Notice tone="warning" title="Payments aren't set up yet">
      Stripe still needs something from you before you can take payments. What you typed is kept.{' '}
      <Link href={paths.onboarding} className="link">
        Finish setting up
      </Link>
    </Notice>
  );
}

function SentBefore({ form }: { readonly form: ChargeForm }): ReactNode {
  return (
    <Notice tone="warning" title="This was already sent with other details">
      {form.sentBefore === null
        ? 'That may have been in another tab. If you want a second charge, create it as one of its own.'
        : `You sent ${wordsOfDraft(form.sentBefore)} before, and we didn't hear back. It may have been created.`}
      <div className="mt-3 flex flex-wrap gap-2">
        {form.sentBefore === null ? null : <Button onClick={form.findSent}>Show the first one</Button>}
        <Button onClick={form.submitAsAnother}>Create this one too</Button>
      </div>
    </Notice>
  );
}

function wordsOfDraft(draft: ChargeDraft): string {
  const amount = moneyOfDraft(draft);
  return amount === undefined ? `"${draft.description}"` : `${formatMoney(amount)} for "${draft.description}"`;
}
