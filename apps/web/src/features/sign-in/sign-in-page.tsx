import { signIn } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { ProviderRefusal, ProviderSignIn } from '../../lib/provider-sign-in.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { problemsOfSignIn, type SignInForm } from './credentials.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Refusal } from './refusal.tsx';
import { useEntryForm } from './use-entry-form.ts';

const empty: SignInForm = { email: '', password: '' };

/** The way in for a seller who has been here before. */
export function SignInPage(): ReactNode {
  const { form, textOf, submit, busy, problem } = useEntryForm({
    initial: empty,
    problemsOf: problemsOfSignIn,
    send: (body) => api(signIn, { body: { ...body, email: body.email.trim() } }),
  });
  return (
    <EntryFrame
      title="Sign in"
      footer={
        <>
          New here? <SignUpLink />
        </>
      }
    >
      <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
        {problem === undefined ? <Arrived /> : <Refusal problem={problem} />}
        <ProviderSignIn side="sellers" />
        <TextField {...textOf('email')} label="E-mail" type="email" inputMode="email" autoComplete="username" />
        <PasswordField {...textOf('password')} autoComplete="current-password" />
        <Button type="submit" variant="primary" busy={busy}>
          Sign in
        </Button>
      </form>
    </EntryFrame>
  );
}

/** Who did not come here by themselves is told why they are here. */
function Arrived(): ReactNode {
  return new URLSearchParams(useSearch()).has('refused') ? <ProviderRefusal side="sellers" /> : <SessionEnded />;
}

/** Who did not sign out by themselves. */
function SessionEnded(): ReactNode {
  if (!new URLSearchParams(useSearch()).has('ended')) return null;
  return <Notice tone="neutral">You have been signed out. Sign in to go on where you were.</Notice>;
}

/** Keeps where the seller was going. */
function SignUpLink(): ReactNode {
  const search = useSearch();
  return (
    <Link href={search === '' ? paths.signUp : `${paths.signUp}?${search}`} className="link">
      Create an account
    </Link>
  );
}
