import { endSupportView, type PastSupportView, ProblemError } from '@sellerdesk/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { supportViewsQuery } from './support-views-query.ts';

/** Somebody who is looking right now, and the way to end it. */
export function RunningLook({ view }: { readonly view: PastSupportView }): ReactNode {
  const { supportViewId, staffName, reason, ticket, startedAt } = view;
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => end(supportViewId),
    onSuccess: () => queries.invalidateQueries({ queryKey: supportViewsQuery.queryKey }),
  });
  return (
    <section aria-label={`${staffName} is looking`} className="card flex flex-wrap items-center gap-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <h2 className="text-lg font-heading">{staffName} is looking at your pages</h2>
        <p>
          “{reason}”{ticket === null ? null : <span className="text-muted"> · {ticket}</span>}
        </p>
        <p className="text-sm text-muted">
          Since <Moment at={startedAt} />, for 30 minutes at most. They can change nothing.
        </p>
        {ending.error === null ? null : (
          <div role="alert" className="text-danger">
            <ProblemWords problem={submitProblemFrom(ending.error)}>They may still be looking.</ProblemWords>
          </div>
        )}
      </div>
      <Button variant="danger" busy={ending.isPending} onClick={() => ending.mutate()}>
        End now
      </Button>
    </section>
  );
}

/** One that has ended meanwhile is ended: that is what was wanted. */
async function end(supportViewId: string): Promise<void> {
  try {
    await api(endSupportView, { params: { supportViewId }, body: {} });
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'not_found')) throw error;
  }
}
