import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { useSeller } from '../../lib/seller.ts';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Consent } from './consent.tsx';
import { PastLooks, pastOf } from './past-looks.tsx';
import { RunningLook } from './running-look.tsx';
import { supportViewsQuery } from './support-views-query.ts';

/** Who of the platform looks at the seller's pages, who did, when, why and at what; and whether anybody may. */
export function SupportAccessPage(): ReactNode {
  const { mode } = useSeller();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(supportViewsQuery);
  const [first] = data?.pages ?? [];
  if (first === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Unread error={error} onRetry={() => void refetch()}>
        Nothing was changed.
      </Unread>
    );
  }
  const views = data?.pages.flatMap(({ supportViews }) => supportViews) ?? [];
  const running = views.filter(({ endedAt }) => endedAt === null);
  const past = pastOf(views);
  return (
    <div className="grid max-w-[48rem] gap-6 py-2">
      {running.map((view) => (
        <RunningLook key={view.supportViewId} view={view} />
      ))}
      {mode === 'live' ? (
        <p className="card text-muted">
          Your account is live, and support looks at test accounts only: nobody can look at yours.
        </p>
      ) : null}
      <Consent isAllowed={first.isAllowed} />
      <section aria-labelledby="past-looks" className="card grid gap-4">
        <h2 id="past-looks" className="text-lg font-heading">
          Who looked
        </h2>
        {past.length === 0 ? (
          <p className="text-muted">
            {running.length === 0 ? 'Nobody has looked at your pages yet.' : 'Nobody has looked before.'}
          </p>
        ) : (
          <PastLooks views={past} />
        )}
        {error === null ? null : (
          <Unread error={error} onRetry={() => void (hasNextPage ? fetchNextPage() : refetch())}>
            What you see may have changed.
          </Unread>
        )}
        {hasNextPage && error === null ? (
          <div>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
      </section>
    </div>
  );
}

interface UnreadProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

function Unread({ error, onRetry, children }: UnreadProps): ReactNode {
  return (
    <div role="alert" className="grid justify-items-start gap-3 py-2">
      <ProblemWords problem={submitProblemFrom(error)}>{children}</ProblemWords>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

function Skeleton(): ReactNode {
  return (
    <output className="grid max-w-[48rem] gap-6 py-2">
      <span className="sr-only">Reading who looked</span>
      <span className="skeleton h-32" />
      <span className="skeleton h-40" />
    </output>
  );
}
