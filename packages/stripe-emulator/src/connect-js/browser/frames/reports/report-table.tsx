import type { Report, ReportLine } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';

/** The lines of a report; what is too much for a page is in the file. */
export function ReportTable({ lines }: Pick<Report, 'lines'>) {
  const { showObjectIds } = useFrame().look;
  if (lines.length === 0) return <Empty title="Nothing on these days" text="Choose other days to see more." />;
  return (
    <>
      <Table
        kind="report"
        rows={lines.slice(0, SHOWN)}
        columns={[
          {
            place: 'amount',
            head: 'Net',
            render: ({ net, currency }) => <Money amount={net} currency={currency} code />,
          },
          { place: 'description', head: 'What it is', render: ({ text }) => text },
          { place: 'customer', head: 'Gross and fee', render: (line) => <GrossAndFee {...line} /> },
          { place: 'date', head: 'Date', render: ({ createdUnix }) => <Moment unix={createdUnix} day /> },
          showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
        ]}
      />
      {lines.length > SHOWN && (
        <p class="secondary">
          The newest {SHOWN} of {lines.length} lines. The file has all of them.
        </p>
      )}
    </>
  );
}

function GrossAndFee({ amount, fee, currency }: Pick<ReportLine, 'amount' | 'currency' | 'fee'>) {
  return (
    <>
      <Money amount={amount} currency={currency} />
      {fee !== 0 && (
        <>
          {' '}
          less <Money amount={fee} currency={currency} />
        </>
      )}
    </>
  );
}

const SHOWN = 50;
