import type { FinancialTransactionRow, Tone } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';

/** What came to the financial account that the page names, and what left it. */
export function FinancialAccountTransactions() {
  const { financialAccount } = useFrame().values;
  return (
    <section class="panel" aria-label="Financial account transactions">
      {typeof financialAccount === 'string' && financialAccount !== '' ? (
        <TransactionsOf key={financialAccount} id={financialAccount} />
      ) : (
        <Empty title="No transactions yet" text="What comes to your financial account and leaves it is shown here." />
      )}
      <EmulatorMark />
    </section>
  );
}

function TransactionsOf({ id }: { id: string }) {
  const { loaded, refresh, retry } = useLoaded('financial-accounts/:id/transactions', { id });
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="Transactions" failure={loaded.failure} retry={retry} />;
  if (loaded.state === 'loading') return <LoadingRows rows={3} />;
  if (loaded.data.rows.length === 0) {
    return <Empty title="No transactions yet" text="What comes to this account and leaves it is shown here." />;
  }
  return <TransactionTable rows={loaded.data.rows} currency={loaded.data.currency} />;
}

const statuses: Record<FinancialTransactionRow['status'], { readonly label: string; readonly tone: Tone }> = {
  open: { label: 'Pending', tone: 'neutral' },
  posted: { label: 'Posted', tone: 'success' },
  void: { label: 'Canceled', tone: 'neutral' },
};

type TransactionTableProps = { readonly rows: readonly FinancialTransactionRow[]; readonly currency: string };

function TransactionTable({ rows, currency }: TransactionTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <Table
      kind="transactions"
      rows={rows}
      columns={[
        { place: 'name', head: 'Amount', render: ({ amount }) => <Money amount={amount} currency={currency} code /> },
        {
          place: 'status',
          head: 'Status',
          render: ({ status }) => <Badge tone={statuses[status].tone}>{statuses[status].label}</Badge>,
        },
        { place: 'description', head: 'Description', render: ({ description }) => description },
        { place: 'date', head: 'Date', render: ({ createdUnix }) => <Moment unix={createdUnix} /> },
        showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
      ]}
    />
  );
}
