import { finishSignUp, getNewcomer, type Newcomer, ProblemError, type RequestOf } from '@sellerdesk/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { pageConfig } from '../../lib/early-start.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountryField } from './country-field.tsx';
import { likelyCountry } from './countries.ts';
import { BUSINESS_NAME_MAX_LENGTH, type FieldProblems, problemsOfBusiness } from './credentials.ts';
import { Refusal } from './refusal.tsx';
import { useEntryForm } from './use-entry-form.ts';

type Form = RequestOf<typeof finishSignUp>['body'];

const newcomerQuery = queryOptions<Newcomer>({
  queryKey: ['newcomer'],
  queryFn: () => api(getNewcomer, {}),
  // What was typed would stand beside what is read again; and that it is over is an answer.
  staleTime: Infinity,
  gcTime: 0,
  retry: (count, error) => count < 2 && !(error instanceof ProblemError),
});

/** The one more step of a seller who is new and comes from the platform's identity provider. */
export function FinishSignUpPage(): ReactNode {
  const { data, error, refetch } = useQuery(newcomerQuery);
  return (
    <EntryFrame
      title="One more step"
      footer={
        data === undefined ? null : (
          <>
            Not you?{' '}
            <Link href={paths.signIn} className="link">
              Sign in another way
            </Link>
          </>
        )
      }
    >
      {data === undefined ? null : <BusinessForm newcomer={data} />}
      {data === undefined && error !== null ? <NotRead error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Waiting /> : null}
    </EntryFrame>
  );
}

function BusinessForm({ newcomer }: { readonly newcomer: Newcomer }): ReactNode {
  const initial: Form = {
    businessName: newcomer.businessName ?? '',
    country: newcomer.country ?? likelyCountry(navigator.languages) ?? '',
  };
  const { form, textOf, submit, busy, problem } = useEntryForm({
    initial,
    problemsOf: (typed: Form): FieldProblems<Form> => problemsOfBusiness(typed),
    send: ({ businessName, country }) => api(finishSignUp, { body: { businessName: businessName.trim(), country } }),
  });
  if (problem?.code === 'sign_up_over') return <Over />;
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
      {problem?.code === 'email_taken' ? <Taken email={newcomer.email} /> : <Refusal problem={problem} />}
      <p className="text-muted">
        You are signed in at {pageConfig().signInWith.sellers ?? 'your identity provider'} as{' '}
        <span className="wrap-anywhere text-ink">{newcomer.email}</span>. Tell us about your business, and you're in.
      </p>
      <TextField
        {...textOf('businessName')}
        label="Business name"
        autoComplete="organization"
        maxLength={BUSINESS_NAME_MAX_LENGTH}
      />
      <CountryField {...textOf('country')} />
      <Button type="submit" variant="primary" busy={busy}>
        Create account
      </Button>
    </form>
  );
}

/** Whoever takes too long, or comes back to this page later. */
function Over(): ReactNode {
  return (
    <div className="grid gap-4">
      <Notice tone="warning">This step was finished already, or took too long. Nothing is lost: sign in again.</Notice>
      <Link href={paths.signIn} className={buttonLook('primary')}>
        Go to sign-in
      </Link>
    </div>
  );
}

function Taken({ email }: { readonly email: string }): ReactNode {
  return (
    <Notice tone="danger">
      Meanwhile {email} was used to create an account here. If that was you,{' '}
      <Link href={paths.signIn} className="link">
        sign in
      </Link>{' '}
      the way you did then.
    </Notice>
  );
}

function NotRead({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactNode {
  const { code, message, requestId } = submitProblemFrom(error);
  if (code === 'sign_up_over' || code === 'not_found') return <Over />;
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <p className="text-muted">We couldn't read who you are. {message}</p>
      <Button onClick={onRetry}>Try again</Button>
      <RequestId id={requestId} />
    </div>
  );
}

/** Of the form's height, so that nothing jumps. */
function Waiting(): ReactNode {
  return (
    <output aria-label="Loading" className="grid gap-4">
      <span className="skeleton h-15" />
      <span className="skeleton h-16" />
      <span className="skeleton h-16" />
      <span className="skeleton h-10" />
    </output>
  );
}
