import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { sellerQuery } from '../lib/seller.ts';
import { useSignInPath } from '../lib/use-sign-in-path.ts';
import { Button, buttonLook } from '../ui/button.tsx';
import { RequestId } from '../ui/request-id.tsx';
import type { ComponentProblem } from './component-problem.ts';
import { OpenInStripe } from './open-in-stripe.tsx';
import { type StripePlace, wayToStripe } from './stripe-place.ts';

interface ComponentPanelProps {
  readonly problem: ComponentProblem;
  readonly place: StripePlace;
  readonly onRetry: () => void;
}

/** Stands where a component should: what happened, what is safe, and every way on. */
export function ComponentPanel({ problem, place, onRetry }: ComponentPanelProps): ReactNode {
  const { title, body, requestId, signIn } = problem;
  const { data: seller } = useQuery(sellerQuery);
  const inStripe = wayToStripe(seller?.account ?? null, place) !== undefined;
  return (
    <div role="alert" className="grid justify-items-start gap-3 py-2">
      <h3 className="text-lg font-heading">{title}</h3>
      <p className="max-w-[36rem] text-muted">
        {body} Your payments are safe{inStripe ? '; you can also open them in Stripe' : ''}.
      </p>
      <div className="flex flex-wrap items-center gap-2 pt-1">
        {signIn === true ? (
          <SignIn />
        ) : (
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
        )}
        {inStripe ? <OpenInStripe place={place} /> : null}
      </div>
      <RequestId id={requestId} />
    </div>
  );
}

function SignIn(): ReactNode {
  return (
    <Link href={useSignInPath({ ended: true })} className={buttonLook('primary')}>
      Sign in
    </Link>
  );
}
