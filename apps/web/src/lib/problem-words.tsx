import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RequestId } from '../ui/request-id.tsx';
import type { SubmitProblem } from './submit-problem.ts';
import { useSignInPath } from './use-sign-in-path.ts';

interface ProblemWordsProps {
  readonly problem: SubmitProblem;
  /** What else is so where it happened. */
  readonly children?: ReactNode;
}

/** Why something was not done, and what helps: the way to sign in, or the id of the request. */
export function ProblemWords({ problem: { code, message, requestId }, children }: ProblemWordsProps): ReactNode {
  const signedOut = code === 'not_signed_in';
  return (
    <div className="grid gap-2">
      <p>
        {message} {children} {signedOut ? <SignInAgain /> : null}
      </p>
      {signedOut ? null : <RequestId id={requestId} />}
    </div>
  );
}

function SignInAgain(): ReactNode {
  return (
    <Link href={useSignInPath({ ended: true })} className="link">
      Sign in again
    </Link>
  );
}
