import { useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { useOpener } from '../use-opener.ts';
import { PayoutTable } from './payout-table.tsx';

/** The list of payouts as a component of its own. */
export function PayoutsList() {
  const { titles } = useWords();
  return (
    <section class="panel" aria-label={titles.payouts}>
      <PayoutRows />
      <EmulatorMark />
    </section>
  );
}

/** The list of payouts, newest first, opening a payout above the page. */
export function PayoutRows() {
  const { payouts, titles } = useWords();
  const cursors = useCursors();
  const { loaded, isStale, refresh, retry } = useLoaded(
    'payouts',
    cursors.present === undefined ? {} : { query: `after=${cursors.present}` },
  );
  useFresh(() => void refresh());
  const open = useOpener('payout-details');

  if (loaded.state === 'failed') return <Failed what="payouts" failure={loaded.failure} retry={retry} />;
  if (loaded.state === 'loading') return <LoadingRows rows={4} />;
  if (loaded.data.rows.length === 0) {
    return <Empty words={payouts.none} />;
  }
  return (
    <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
      <PayoutTable rows={loaded.data.rows} onOpen={(payout, row) => open({ payout }, row)} />
      <Pages cursors={cursors} next={loaded.data.next} what={titles.payouts} />
    </div>
  );
}
