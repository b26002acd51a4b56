import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { RequestId } from '../ui/request-id.tsx';
import { pageProblemFrom } from './page-problem.ts';

interface FailedPageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Stands where a page should: what happened, what is safe, and the way on. */
export function FailedPage({ error, onRetry }: FailedPageProps): ReactNode {
  const { title, body, remedy, requestId } = pageProblemFrom(error);
  return (
    <section role="alert" className="mx-auto grid w-full max-w-[36rem] justify-items-start gap-4 px-4 py-6 sm:py-12">
      <h2 className="text-xl font-heading">{title}</h2>
      <p className="text-lg text-muted">{body}</p>
      {remedy === 'retry' ? (
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      ) : (
        <Button variant="primary" onClick={() => location.reload()}>
          Load the page again
        </Button>
      )}
      <RequestId id={requestId} />
    </section>
  );
}
