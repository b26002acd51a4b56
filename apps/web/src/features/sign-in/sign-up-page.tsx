import { signUp } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { ProviderSignIn } from '../../lib/provider-sign-in.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountryField } from './country-field.tsx';
import { likelyCountry } from './countries.ts';
import { BUSINESS_NAME_MAX_LENGTH, PASSWORD_MIN_LENGTH, problemsOfSignUp, type SignUpForm } from './credentials.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Refusal } from './refusal.tsx';
import { useEntryForm } from './use-entry-form.ts';

/** The way in for a seller who is new. */
export function SignUpPage(): ReactNode {
  const initial: SignUpForm = {
    businessName: '',
    country: likelyCountry(navigator.languages) ?? '',
    email: '',
    password: '',
  };
  const { form, textOf, submit, busy, problem } = useEntryForm({
    initial,
    problemsOf: problemsOfSignUp,
    send: (body) =>
      api(signUp, { body: { ...body, email: body.email.trim(), businessName: body.businessName.trim() } }),
  });
  const email = textOf('email');
  return (
    <EntryFrame
      title="Create your account"
      footer={
        <>
          Already have an account? <SignInLink />
        </>
      }
    >
      <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
        <Refusal problem={problem} />
        <ProviderSignIn side="sellers" />
        <TextField
          {...textOf('businessName')}
          label="Business name"
          autoComplete="organization"
          maxLength={BUSINESS_NAME_MAX_LENGTH}
        />
        <CountryField {...textOf('country')} />
        <TextField
          {...email}
          problem={
            email.problem !== undefined && problem?.code === 'email_taken' ? (
              <Taken words={email.problem} />
            ) : (
              email.problem
            )
          }
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <PasswordField
          {...textOf('password')}
          autoComplete="new-password"
          hint={`At least ${PASSWORD_MIN_LENGTH} characters. A short sentence is easy to remember and hard to guess.`}
        />
        <Button type="submit" variant="primary" busy={busy}>
          Create account
        </Button>
      </form>
    </EntryFrame>
  );
}

/** Keeps where the seller was going. */
function SignInLink(): ReactNode {
  const search = useSearch();
  return (
    <Link href={search === '' ? paths.signIn : `${paths.signIn}?${search}`} className="link">
      Sign in
    </Link>
  );
}

function Taken({ words }: { readonly words: string }): ReactNode {
  return (
    <>
      {words} <SignInLink /> instead.
    </>
  );
}
