import { signInStaff } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { isEmailAddress } from '../../lib/email-address.ts';
import { ProviderRefusal, ProviderSignIn } from '../../lib/provider-sign-in.tsx';
import { useSubmitForm } from '../../lib/use-submit-form.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Problems } from '../../ui/use-field-problems.ts';
import { StaffRefusal } from './staff-refusal.tsx';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Who it is, by the platform's identity provider or by a password; the code comes next. */
export function PasswordStep({ onGiven }: { readonly onGiven: () => void }): ReactNode {
  const { form, textOf, submit, busy, problem } = useSubmitForm({
    initial: { email: '', password: '' },
    problemsOf: problemsOfCredentials,
    send: ({ email, password }) => api(signInStaff, { body: { email: email.trim(), password } }),
    onSent: onGiven,
    refusedFields: ({ fields: { email, password } }) => ({
      ...(email !== undefined && { email }),
      ...(password !== undefined && { password }),
    }),
  });
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
      {problem === undefined ? <ProviderRefusal side="staff" /> : <StaffRefusal problem={problem} />}
      <ProviderSignIn side="staff" />
      <TextField {...textOf('email')} label="E-mail" type="email" inputMode="email" autoComplete="username" />
      <PasswordField {...textOf('password')} autoComplete="current-password" />
      <Button type="submit" variant="primary" busy={busy}>
        Go on
      </Button>
    </form>
  );
}

function problemsOfCredentials({ email, password }: Credentials): Problems<Credentials> {
  return {
    ...(!isEmailAddress(email.trim()) && { email: 'Write your whole address, like name@example.com.' }),
    ...(password === '' && { password: 'Enter your password.' }),
  };
}
