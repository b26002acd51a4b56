import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmitProblem } from './submit-problem.ts';
import { useSignInPath } from './use-sign-in-path.ts';

interface ProblemWordsProps {
  readonly problem: SubmitProblem;
  /** What else is so where it happened. */
  readonly children?: ReactNode;
}

/** Why something was not done, and what helps. */
export function ProblemWords({ problem: { code, message }, children }: ProblemWordsProps): ReactNode {
  return (
    <p>
      {message} {children} {code === 'not_signed_in' ? <SignInAgain /> : null}
    </p>
  );
}

function SignInAgain(): ReactNode {
  return (
    <Link href={useSignInPath({ ended: true })} className="link">
      Sign in again
    </Link>
  );
}
