import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface ChargeMissingProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Says that a charge is not there, or that we could not ask for it. */
export function ChargeMissing({ error, onRetry }: ChargeMissingProps): ReactNode {
  const problem = submitProblemFrom(error);
  if (problem.code === 'not_found') {
    return (
      <section className="card grid justify-items-start gap-4">
        <h2 className="text-lg font-heading">There is no such charge</h2>
        <p className="text-muted">The address may be incomplete, or the charge belongs to another account.</p>
        <Link href={paths.newCharge} className={buttonLook('plain')}>
          New charge
        </Link>
      </section>
    );
  }
  return (
    <Notice tone="danger" title="This charge can't be shown right now">
      <ProblemWords problem={problem} />
      <Button onClick={onRetry}>Try again</Button>
    </Notice>
  );
}
