import { type FoundSeller, proveSecondFactor, startSupportView } from '@sellerdesk/contract';
import { type ReactNode, useState } from 'react';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { type SubmitProblem, submitProblemFrom } from '../../lib/submit-problem.ts';
import { useSubmitForm } from '../../lib/use-submit-form.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CodeField } from './code-field.tsx';
import { codeFrom, problemOfCode, refusedCode } from './code-words.ts';
import { LookRefusal } from './look-refusal.tsx';

interface LookFormProps {
  readonly seller: FoundSeller;
  /** Names this start: sent twice, it starts one view. */
  readonly startKey: string;
  readonly onClose: () => void;
}

interface Look {
  readonly reason: string;
  readonly ticket: string;
  readonly code: string;
}

/** Why somebody looks, and the code where the last one is too long ago. */
export function LookForm({ seller, startKey, onClose }: LookFormProps): ReactNode {
  // Once a code was right it is used up: another try must not send it again.
  const [codeDue, setCodeDue] = useState(false);
  const send = async ({ reason, ticket, code }: Look): Promise<void> => {
    if (codeDue) await api(proveSecondFactor, { body: { code: codeFrom(code) } });
    setCodeDue(false);
    const about = ticket.trim() === '' ? {} : { ticket: ticket.trim() };
    try {
      await api(startSupportView, { body: { sellerId: seller.sellerId, reason: reason.trim(), ...about, startKey } });
    } catch (error) {
      const { code: refusal } = submitProblemFrom(error);
      if (refusal === 'second_factor_stale') setCodeDue(true);
      // The answer to an earlier try was lost on its way: what it started runs.
      if (refusal !== 'support_view_started') throw error;
    }
  };
  const { form, textOf, submit, busy, problem } = useSubmitForm<Look, void>({
    initial: { reason: '', ticket: '', code: '' },
    problemsOf: ({ reason, code }) => ({ ...problemOfReason(reason), ...(codeDue && problemOfCode(code)) }),
    send,
    // Another document: what this one knows and what is seen there never meet.
    onSent: () => location.assign(paths.supportView),
    refusedFields: (refused) => ({ ...refusedReason(refused), ...staleCode(refused), ...refusedCode(refused) }),
  });
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <header className="grid gap-1">
        <h2 className="text-lg font-heading">Look at {seller.businessName}</h2>
        <p className="text-muted">
          You see their pages as they do and can change nothing, for thirty minutes at most and ten without a look. Each
          page you open is recorded, and they see that you looked, when and why.
        </p>
      </header>
      <TextField
        {...textOf('reason')}
        label="Why"
        hint="The seller reads this. At least ten characters."
        maxLength={500}
        autoComplete="off"
      />
      <TextField
        {...textOf('ticket')}
        label="Ticket"
        aside={<span className="text-muted">Optional</span>}
        maxLength={100}
        autoComplete="off"
      />
      {codeDue ? (
        <CodeField {...textOf('code')} hint="Six digits of your authenticator app, or one of your recovery codes." />
      ) : null}
      <LookRefusal problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Start looking
        </Button>
      </div>
    </form>
  );
}

function problemOfReason(reason: string): { reason?: string } {
  return reason.trim().length < 10 ? { reason: 'Write in a few words why: at least ten characters.' } : {};
}

/** Why the field of the code has appeared. */
function staleCode({ code }: SubmitProblem): { code?: string } {
  return code === 'second_factor_stale'
    ? { code: 'Your last code is more than five minutes old. Give a new one.' }
    : {};
}

function refusedReason({ fields }: SubmitProblem): { reason?: string; ticket?: string } {
  return {
    ...(fields['reason'] !== undefined && { reason: fields['reason'] }),
    ...(fields['ticket'] !== undefined && { ticket: fields['ticket'] }),
  };
}
