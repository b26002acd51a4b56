import type { Report, ReportLine } from '../../../frame-data.ts';
import { bookingInWords } from '../../../in-words.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';

/** The lines of a report; what is too much for a page is in the file. */
export function ReportTable({ lines }: Pick<Report, 'lines'>) {
  const { look, words } = useFrame();
  const { reports } = words;
  const { heads } = words.common;
  if (lines.length === 0) return <Empty words={reports.none} />;
  const count = new Intl.NumberFormat(look.locale);
  return (
    <>
      <Table
        kind="report"
        rows={lines.slice(0, SHOWN)}
        columns={[
          {
            place: 'amount',
            head: reports.heads.net,
            render: ({ net, currency }) => <Money amount={net} currency={currency} code />,
          },
          { place: 'description', head: reports.heads.what, render: (line) => bookingInWords(line, words) },
          { place: 'customer', head: reports.heads.gross, render: (line) => <GrossAndFee {...line} /> },
          { place: 'date', head: heads.date, render: ({ createdUnix }) => <Moment unix={createdUnix} day /> },
          look.showObjectIds && { place: 'id', head: heads.id, render: ({ id }) => id },
        ]}
      />
      {lines.length > SHOWN && (
        <p class="secondary">{reports.newest(count.format(SHOWN), count.format(lines.length))}</p>
      )}
    </>
  );
}

function GrossAndFee({ amount, fee, currency }: Pick<ReportLine, 'amount' | 'currency' | 'fee'>) {
  const { reports } = useWords();
  const gross = <Money amount={amount} currency={currency} />;
  return fee === 0 ? gross : <>{reports.less(gross, <Money amount={fee} currency={currency} />)}</>;
}

const SHOWN = 50;
