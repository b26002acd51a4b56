import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { supportViewQuery } from './staff.ts';
import { useStopView } from './use-stop-view.ts';

/** The support view that runs, and its end. */
export function RunningView(): ReactNode {
  const { data: { supportView: view } = {} } = useQuery(supportViewQuery);
  const stopping = useStopView();
  if (view === undefined || view === null) return null;
  return (
    <section aria-label="Running support view" className="card flex flex-wrap items-center gap-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <p className="font-heading">You are looking at {view.seller.businessName}</p>
        <p className="text-muted">
          {view.reason} · until <Moment at={view.expiresAt} />
        </p>
        {stopping.error === null ? null : (
          <p role="alert" className="text-danger">
            It still runs. {submitProblemFrom(stopping.error).message}
          </p>
        )}
      </div>
      {/* Loads a document of its own: nothing of the seller's comes into this one. */}
      <a href={paths.supportView} className={buttonLook('primary')}>
        Go on looking
      </a>
      <Button variant="danger" busy={stopping.isPending} onClick={() => stopping.mutate()}>
        Stop
      </Button>
    </section>
  );
}
