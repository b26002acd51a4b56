import { useEffect, useRef, useState } from 'preact/hooks';
import { useFrame, useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { useOpener } from '../use-opener.ts';
import { FilterBar } from './filter-bar.tsx';
import { filtersFromDefaults, queryOfFilters, type PaymentFilters } from './payment-filters.ts';
import { PaymentTable } from './payment-table.tsx';

/** The list of payments: filtered, paged, and fresh by itself. */
export function Payments() {
  const { values, words } = useFrame();
  const [filters, setFilters] = useFiltersOf(values['defaultFilters']);
  const cursors = useCursors();
  const { loaded, isStale, refresh, retry } = useLoaded('payments', {
    query: queryOfFilters(filters, cursors.present),
  });
  useFresh(() => void refresh());
  const open = useOpener('payment-details');

  function narrow(changed: PaymentFilters): void {
    cursors.restart();
    setFilters(changed);
  }

  if (loaded.state === 'failed') return <Failed what="payments" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={words.titles.payments}>
      <FilterBar filters={filters} onChange={narrow} />
      {loaded.state === 'loading' && <LoadingRows rows={6} />}
      {loaded.state === 'ready' && (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          {loaded.data.rows.length > 0 ? (
            <PaymentTable rows={loaded.data.rows} onOpen={(payment, row) => open({ payment }, row)} />
          ) : (
            <NoPayments filtered={queryOfFilters(filters, undefined) !== ''} />
          )}
          <Pages cursors={cursors} next={loaded.data.next} what={words.titles.payments} />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}

function NoPayments({ filtered }: { filtered: boolean }) {
  const { payments } = useWords();
  return <Empty words={filtered ? payments.noneMatch : payments.none} />;
}

/** The page's default filters, until the seller chooses others; new defaults start over. */
function useFiltersOf(defaults: unknown) {
  const state = useState(() => filtersFromDefaults(defaults));
  const [, setFilters] = state;
  const firstRef = useRef(true);
  useEffect(() => {
    if (!firstRef.current) setFilters(filtersFromDefaults(defaults));
    firstRef.current = false;
  }, [defaults, setFilters]);
  return state;
}
