import type { FinancialTransactionRow, Tone } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
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
  const { values, words } = useFrame();
  const { financialAccount } = values;
  return (
    <section class="panel" aria-label={words.titles['financial-account-transactions']}>
      {typeof financialAccount === 'string' && financialAccount !== '' ? (
        <TransactionsOf key={financialAccount} id={financialAccount} />
      ) : (
        <Empty words={words.cards.transactions.noAccount} />
      )}
      <EmulatorMark />
    </section>
  );
}

function TransactionsOf({ id }: { id: string }) {
  const { cards } = useWords();
  const { loaded, refresh, retry } = useLoaded('financial-accounts/:id/transactions', { id });
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="transactions" failure={loaded.failure} retry={retry} />;
  if (loaded.state === 'loading') return <LoadingRows rows={3} />;
  if (loaded.data.rows.length === 0) {
    return <Empty words={cards.transactions.none} />;
  }
  return <TransactionTable rows={loaded.data.rows} currency={loaded.data.currency} />;
}

const tones: Record<FinancialTransactionRow['status'], Tone> = {
  open: 'neutral',
  posted: 'success',
  void: 'neutral',
};

type TransactionTableProps = { readonly rows: readonly FinancialTransactionRow[]; readonly currency: string };

function TransactionTable({ rows, currency }: TransactionTableProps) {
  const { look, words } = useFrame();
  const { heads } = words.common;
  return (
    <Table
      kind="transactions"
      rows={rows}
      columns={[
        {
          place: 'name',
          head: heads.amount,
          render: ({ amount }) => <Money amount={amount} currency={currency} code />,
        },
        {
          place: 'status',
          head: heads.status,
          render: ({ status }) => <Badge tone={tones[status]}>{words.cards.transactions.statuses[status]}</Badge>,
        },
        { place: 'description', head: heads.description, render: ({ description }) => description },
        { place: 'date', head: heads.date, render: ({ createdUnix }) => <Moment unix={createdUnix} /> },
        look.showObjectIds && { place: 'id', head: heads.id, render: ({ id }) => id },
      ]}
    />
  );
}
