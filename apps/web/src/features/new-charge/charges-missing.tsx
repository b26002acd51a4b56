import type { ReactNode } from 'react';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { RequestId } from '../../ui/request-id.tsx';

interface ChargesMissingProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Says that we could not read the charges; that is all that happened. */
export function ChargesMissing({ error, onRetry }: ChargesMissingProps): ReactNode {
  const { requestId } = submitProblemFrom(error);
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <p className="text-muted">
        We couldn't read your charges. They are all still there, and their links work; try again in a moment.
      </p>
      <Button onClick={onRetry}>Try again</Button>
      <RequestId id={requestId} />
    </div>
  );
}
