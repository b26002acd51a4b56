import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { ReadAgain } from './read-again.tsx';

interface PagedListProps<Row> {
  readonly title: string;
  /** Said where there is nothing. */
  readonly empty: string;
  readonly queryKey: readonly string[];
  /** Reads the page behind a cursor; the first one without. */
  readonly read: (after: string | undefined) => Promise<{ rows: readonly Row[]; nextCursor: string | null }>;
  readonly rowKey: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
}

/** A list that is read page by page, newest first. */
export function PagedList<Row>({ title, empty, queryKey, read, rowKey, children }: PagedListProps<Row>): ReactNode {
  const heading = useId();
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <section aria-labelledby={heading} className="card grid content-start gap-3">
      <h3 id={heading} className="text-lg font-heading">
        {title}
      </h3>
      {list.isPending ? <Skeleton what={title} /> : null}
      {rowsOf(list.data).length > 0 ? (
        <ul aria-labelledby={heading} className="grid">
          {rowsOf(list.data).map((row) => (
            <li key={rowKey(row)} className="border-t border-line py-3 first:border-t-0">
              {children(row)}
            </li>
          ))}
        </ul>
      ) : null}
      {list.data !== undefined && rowsOf(list.data).length === 0 ? <p className="text-muted">{empty}</p> : null}
      {list.error === null ? null : (
        <ReadAgain
          error={list.error}
          what="this"
          onRetry={() => void (list.data ? list.fetchNextPage() : list.refetch())}
        />
      )}
      {list.hasNextPage && list.error === null ? (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more<span className="sr-only"> of: {title}</span>
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function rowsOf<Row>(data: InfiniteData<{ readonly rows: readonly Row[] }> | undefined): readonly Row[] {
  return data?.pages.flatMap(({ rows }) => rows) ?? [];
}

function Skeleton({ what }: { readonly what: string }): ReactNode {
  return (
    <output className="grid gap-2">
      <span className="sr-only">Reading: {what}</span>
      <span className="skeleton h-10" />
      <span className="skeleton h-10" />
    </output>
  );
}
