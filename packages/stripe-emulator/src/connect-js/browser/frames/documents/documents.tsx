import { useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { DocumentTable } from './document-table.tsx';

/** Statements and fee invoices, to be downloaded. */
export function Documents() {
  const { reports, titles } = useWords();
  const cursors = useCursors();
  const { loaded, isStale, refresh, retry } = useLoaded(
    'documents',
    cursors.present === undefined ? {} : { query: `after=${cursors.present}` },
  );
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="documents" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles.documents}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          {loaded.data.rows.length > 0 ? (
            <DocumentTable rows={loaded.data.rows} />
          ) : (
            <Empty words={reports.documents.none} />
          )}
          <Pages cursors={cursors} next={loaded.data.next} what={titles.documents} />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}
