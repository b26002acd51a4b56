import { said } from '../../../../words/said.ts';
import { useFrame, useWords } from '../frame-context.ts';
import type { DisputeRow } from '../../../frame-data.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Pages, useCursors } from '../ui/pages.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { Headed, Table } from '../ui/table.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { useOpener } from '../use-opener.ts';
import { disputeTone } from './dispute-status.ts';

/** The list of disputes, newest first, opening the payment above the page. */
export function DisputesList() {
  const { disputes, titles } = useWords();
  const cursors = useCursors();
  const { loaded, isStale, refresh, retry } = useLoaded(
    'disputes',
    cursors.present === undefined ? {} : { query: `after=${cursors.present}` },
  );
  useFresh(() => void refresh());
  const open = useOpener('payment-details');

  if (loaded.state === 'failed') return <Failed what="disputes" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles['disputes-list']}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          {loaded.data.rows.length > 0 ? (
            <DisputeTable rows={loaded.data.rows} onOpen={(payment, row) => open({ payment }, row)} />
          ) : (
            <Empty words={disputes.none} />
          )}
          <Pages cursors={cursors} next={loaded.data.next} what={titles['disputes-list']} />
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
  const { look, words } = useFrame();
  const { disputes } = words;
  const { heads } = words.common;
  return (
    <Table
      kind="disputes"
      rows={rows}
      onOpen={({ payment, id }, button) => onOpen(payment ?? id, button)}
      columns={[
        {
          place: 'amount',
          head: heads.amount,
          render: (row) => <Money amount={row.amount} currency={row.currency} code />,
        },
        {
          place: 'status',
          head: heads.status,
          render: ({ status }) => <Badge tone={disputeTone(status)}>{said(disputes.statuses, status)}</Badge>,
        },
        { place: 'description', head: disputes.heads.reason, render: ({ reason }) => said(disputes.reasons, reason) },
        {
          place: 'customer',
          head: disputes.heads.opened,
          render: ({ createdUnix }) => <Headed phrase={disputes.opened(<Moment unix={createdUnix} day />)} />,
        },
        { place: 'date', head: disputes.heads.answerBy, render: ({ answerDueUnix }) => <Due unix={answerDueUnix} /> },
        look.showObjectIds && { place: 'id', head: heads.id, render: ({ id }) => id },
      ]}
    />
  );
}

function Due({ unix }: { unix: number | null }) {
  const { disputes } = useWords();
  if (unix === null) return <span class="only-wide">–</span>;
  return <Headed phrase={disputes.answerBy(<Moment unix={unix} day />)} />;
}
