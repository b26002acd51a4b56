import { finishStaffSetUp, type StaffSetUp } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { useSubmitForm } from '../../lib/use-submit-form.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import type { Problems } from '../../ui/use-field-problems.ts';
import { CodeField } from './code-field.tsx';
import { codeFrom, problemOfCode, refusedCode } from './code-words.ts';
import { StaffRefusal } from './staff-refusal.tsx';

/** The contract's limits. */
const PASSWORD_LENGTH = { min: 12, max: 128 };

interface Choices {
  readonly password: string;
  readonly code: string;
}

interface SetUpFormProps {
  readonly token: string;
  readonly setUp: StaffSetUp;
  readonly onFinished: (recoveryCodes: readonly string[]) => void;
}

/** The secret for the authenticator app, and the form that proves that it arrived there. */
export function SetUpForm({ token, setUp, onFinished }: SetUpFormProps): ReactNode {
  const { form, textOf, submit, busy, problem } = useSubmitForm({
    initial: { password: '', code: '' },
    problemsOf: problemsOfChoices,
    send: ({ password, code }) => api(finishStaffSetUp, { body: { token, password, code: codeFrom(code) } }),
    onSent: ({ recoveryCodes }) => onFinished(recoveryCodes),
    refusedFields: (refusal) => ({
      ...refusedCode(refusal),
      ...(refusal.fields['password'] !== undefined && { password: refusal.fields['password'] }),
    }),
  });
  return (
    <form ref={form} noValidate className="grid gap-6" onSubmit={submit}>
      <p className="text-lg text-muted">
        {setUp.name}, this is your access as <span className="text-ink">{setUp.email}</span>.
      </p>
      <Secret setUp={setUp} />
      <StaffRefusal problem={problem} />
      {/* Tells a password manager whose password it is. */}
      <input readOnly hidden name="username" autoComplete="username" value={setUp.email} />
      <PasswordField
        {...textOf('password')}
        autoComplete="new-password"
        hint="At least 12 characters. Any will do; a few words are good."
      />
      <CodeField {...textOf('code')} hint="The six digits that the app shows now." />
      <Button type="submit" variant="primary" busy={busy}>
        Finish
      </Button>
    </form>
  );
}

function Secret({ setUp: { otpauthUrl, secret } }: Pick<SetUpFormProps, 'setUp'>): ReactNode {
  return (
    <section aria-labelledby="secret" className="card grid gap-4">
      <h2 id="secret" className="font-heading">
        Add it to your authenticator app
      </h2>
      <QrCode link={otpauthUrl} label="QR code for your authenticator app" />
      <p className="text-muted">Scan this, or type the key:</p>
      <code className="select-all">{secret.replaceAll(/.{4}(?=.)/gu, '$& ')}</code>
      <CopyButton text={secret} label="Copy the key" />
    </section>
  );
}

function problemsOfChoices({ password, code }: Choices): Problems<Choices> {
  const { length } = Array.from(password);
  const { min, max } = PASSWORD_LENGTH;
  return {
    ...(length < min && { password: `Use at least ${min} characters.` }),
    ...(length > max && { password: `Use at most ${max} characters.` }),
    // A recovery code is no proof that the app has the secret.
    ...(/^\d{6}$/u.test(codeFrom(code)) ? {} : problemOfCode('')),
  };
}
