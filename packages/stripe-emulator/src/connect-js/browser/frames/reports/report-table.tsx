import type { Report } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Empty } from '../ui/states.tsx';

/** The lines of a report; what is too much for a page is in the file. */
export function ReportTable({ lines }: Pick<Report, 'lines'>) {
  const { showObjectIds } = useFrame().look;
  if (lines.length === 0) return <Empty title="Nothing on these days" text="Choose other days to see more." />;
  return (
    <>
      <table class="rows report">
        <thead>
          <tr>
            <th scope="col">Net</th>
            <th scope="col">What it is</th>
            <th scope="col">Gross and fee</th>
            <th scope="col">Date</th>
            {showObjectIds && <th scope="col">ID</th>}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, SHOWN).map(({ id, text, amount, fee, net, currency, createdUnix }) => (
            <tr key={id}>
              <td class="amount">
                <Money amount={net} currency={currency} code />
              </td>
              <td class="description">{text}</td>
              <td class="customer">
                <Money amount={amount} currency={currency} />
                {fee !== 0 && (
                  <>
                    {' '}
                    less <Money amount={fee} currency={currency} />
                  </>
                )}
              </td>
              <td class="date">
                <Moment unix={createdUnix} day />
              </td>
              {showObjectIds && <td class="id">{id}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > SHOWN && (
        <p class="secondary">
          The newest {SHOWN} of {lines.length} lines. The file has all of them.
        </p>
      )}
    </>
  );
}

const SHOWN = 50;
