import { proveSecondFactor, type Staff } from '@sellerdesk/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useSubmitForm } from '../../lib/use-submit-form.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CodeField } from './code-field.tsx';
import { codeFrom, problemOfCode, refusedCode } from './code-words.ts';
import { StaffRefusal } from './staff-refusal.tsx';

interface CodeStepProps {
  readonly onProven: (staff: Staff) => void;
  /** Back to where they said who they are. */
  readonly onBack: () => void;
}

/** The second factor. */
export function CodeStep({ onProven, onBack }: CodeStepProps): ReactNode {
  const { form, textOf, submit, busy, problem } = useSubmitForm({
    initial: { code: '' },
    problemsOf: ({ code }) => problemOfCode(code),
    send: ({ code }) => api(proveSecondFactor, { body: { code: codeFrom(code) } }),
    onSent: onProven,
    refusedFields: refusedCode,
  });
  const field = useRef<HTMLInputElement>(null);
  // Whoever took the first step a moment ago types on.
  useEffect(() => field.current?.focus(), []);
  const tooLate = problem?.code === 'not_signed_in';
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
      {tooLate ? (
        <Notice tone="warning">That took too long, so the first step no longer counts. Begin again.</Notice>
      ) : (
        <StaffRefusal problem={problem} />
      )}
      <CodeField
        {...textOf('code')}
        ref={field}
        hint="Six digits of your authenticator app, or one of your recovery codes."
      />
      <Button type="submit" variant="primary" busy={busy}>
        Sign in
      </Button>
      <Button variant="quiet" onClick={onBack}>
        Back to the first step
      </Button>
    </form>
  );
}
