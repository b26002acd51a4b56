import type { PastSupportView } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';

type LookedAt = PastSupportView['lookedAt'];

/** Counts, from the audit, what was looked at in views, by the view. */
export async function countLookedAt(sql: Sql, viewIds: readonly string[]): Promise<ReadonlyMap<string, LookedAt>> {
  const rows = await sql<{ readonly view: string; readonly operation: string; readonly times: number }>`
    select support_view_id as view, details ->> 'operation' as operation, count(*)::int as times
    from audit_lines where support_view_id = any (${viewIds}::uuid[]) and action = 'support_view_read'
    group by support_view_id, operation order by operation`;
  const views = Map.groupBy(rows, ({ view }) => view);
  return new Map(
    [...views].map(([view, counted]) => [view, counted.map(({ operation, times }) => ({ operation, times }))]),
  );
}
