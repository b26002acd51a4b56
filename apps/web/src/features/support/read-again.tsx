import type { ReactNode } from 'react';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { RequestId } from '../../ui/request-id.tsx';

interface ReadAgainProps {
  readonly error: Error;
  /** What could not be read. */
  readonly what: string;
  readonly onRetry: () => void;
}

/** Says that something could not be read, and offers another try. */
export function ReadAgain({ error, what, onRetry }: ReadAgainProps): ReactNode {
  const { message, requestId } = submitProblemFrom(error);
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <p className="text-muted">
        We couldn't read {what}. {message}
      </p>
      <Button onClick={onRetry}>Try again</Button>
      <RequestId id={requestId} />
    </div>
  );
}
