import { useFrame } from '../frame-context.ts';
import type { DisputeRow } from '../../../frame-data.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
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
    <Table
      kind="disputes"
      rows={rows}
      onOpen={({ payment, id }, button) => onOpen(payment ?? id, button)}
      columns={[
        {
          place: 'amount',
          head: 'Amount',
          render: (row) => <Money amount={row.amount} currency={row.currency} code />,
        },
        {
          place: 'status',
          head: 'Status',
          render: ({ status }) => <Badge tone={disputeStatus(status).tone}>{disputeStatus(status).label}</Badge>,
        },
        { place: 'description', head: 'Reason', render: ({ reason }) => disputeReason(reason) },
        {
          place: 'customer',
          head: 'Opened',
          render: ({ createdUnix }) => (
            <>
              <span class="only-narrow">Opened </span>
              <Moment unix={createdUnix} day />
            </>
          ),
        },
        { place: 'date', head: 'Answer by', render: ({ answerDueUnix }) => <Due unix={answerDueUnix} /> },
        showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
      ]}
    />
  );
}

function Due({ unix }: { unix: number | null }) {
  if (unix === null) return <span class="only-wide">–</span>;
  return (
    <>
      <span class="only-narrow">Answer by </span>
      <Moment unix={unix} day />
    </>
  );
}
