import { useFrame } from '../frame-context.ts';
import type { DisputeRow } from '../../../frame-data.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { useOpener } from '../use-opener.ts';
import { disputeReason, disputeStatus } from './dispute-status.ts';

/** The list of disputes, newest first, opening the payment above the page. */
export function DisputesList() {
  const cursors = useCursors();
  const { loaded, isStale, refresh, retry } = useLoaded(
    'disputes',
    cursors.present === undefined ? {} : { query: `after=${cursors.present}` },
  );
  useFresh(() => void refresh());
  const open = useOpener('payment-details');

  if (loaded.state === 'failed') return <Failed what="Disputes" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label="Disputes">
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          {loaded.data.rows.length > 0 ? (
            <DisputeTable rows={loaded.data.rows} onOpen={(payment, row) => open({ payment }, row)} />
          ) : (
            <Empty title="No disputes" text="If a customer questions a payment with their bank, you see it here." />
          )}
          <Pages cursors={cursors} next={loaded.data.next} what="Disputes" />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}

type DisputeTableProps = {
  readonly rows: readonly DisputeRow[];
  readonly onOpen: (payment: string, row: HTMLElement) => void;
};

function DisputeTable({ rows, onOpen }: DisputeTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <table class="rows disputes">
      <thead>
        <tr>
          <th scope="col">Amount</th>
          <th scope="col">Status</th>
          <th scope="col">Reason</th>
          <th scope="col">Opened</th>
          <th scope="col">Answer by</th>
          {showObjectIds && <th scope="col">ID</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="amount">
              <button
                type="button"
                class="row-button"
                onClick={(event) => onOpen(row.payment ?? row.id, event.currentTarget)}
              >
                <Money amount={row.amount} currency={row.currency} code />
              </button>
            </td>
            <td class="status">
              <Badge tone={disputeStatus(row.status).tone}>{disputeStatus(row.status).label}</Badge>
            </td>
            <td class="description">{disputeReason(row.reason)}</td>
            <td class="customer">
              <span class="only-narrow">Opened </span>
              <Moment unix={row.createdUnix} day />
            </td>
            <td class="date">
              {row.answerDueUnix === null ? (
                <span class="only-wide">–</span>
              ) : (
                <>
                  <span class="only-narrow">Answer by </span>
                  <Moment unix={row.answerDueUnix} day />
                </>
              )}
            </td>
            {showObjectIds && <td class="id">{row.id}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
