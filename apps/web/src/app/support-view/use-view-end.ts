import { ProblemError, type SupportView } from '@sellerdesk/contract';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { connection, onOpening } from '../../connect/connection.ts';
import { supportViewQuery } from '../../features/support/staff.ts';

/**
 * Says whether a view is over, whoever ended it: asked for now and then, and told by any answer. Once it is, the session
 * at Stripe is ended and what was read is forgotten.
 */
export function useViewEnd({ supportViewId }: SupportView, queries: QueryClient): boolean {
  const [isOver, setOver] = useState(false);
  const { data, error } = useQuery({ ...supportViewQuery, enabled: !isOver });
  const isGone = endsView(error) || (data !== undefined && data.supportView?.supportViewId !== supportViewId);
  if (isGone && !isOver) setOver(true);
  useEffect(
    () =>
      onViewRefused(queries, () => {
        setOver(true);
        // Who ended it is known to this answer alone.
        void queries.refetchQueries({ queryKey: supportViewQuery.queryKey });
      }),
    [queries],
  );
  useEffect(() => {
    if (!isOver) return;
    connection.close();
    queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== viewHash });
  }, [isOver, queries]);
  return isOver;
}

const viewHash = JSON.stringify(supportViewQuery.queryKey);

/** Calls back with every answer that the view is over, to whatever was asked. */
function onViewRefused(queries: QueryClient, listener: () => void): () => void {
  const look = (error: unknown): void => {
    if (endsView(error)) listener();
  };
  const stops = [
    queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error' && event.query.queryHash !== viewHash)
        look(event.action.error);
    }),
    queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
    onOpening({ opened: () => undefined, refused: look }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function endsView(error: unknown): boolean {
  return error instanceof ProblemError && ending.has(error.code);
}

const ending = new Set<ProblemError['code']>(['support_view_over', 'not_signed_in', 'second_factor_due']);
