import type { PaymentDetails, TimelineEntry } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { CardName } from './card-name.tsx';

/** From what the customer paid to what the seller keeps, line by line. */
export function PaymentSum({ payment }: { payment: PaymentDetails }) {
  const { amount, amountRefunded, currency, fees, net } = payment;
  if (net === null) return null;
  return (
    <section>
      <h3>What you get</h3>
      <dl class="sum">
        <SumLine label="Payment" amount={amount} currency={currency} />
        {amountRefunded > 0 && <SumLine label="Refunded" amount={-amountRefunded} currency={currency} />}
        {fees.map((fee) => (
          <SumLine key={fee.label} label={fee.label} amount={-fee.amount} currency={currency} />
        ))}
        <SumLine label="Net" amount={net} currency={currency} isTotal />
      </dl>
    </section>
  );
}

type SumLineProps = { label: string; amount: number; currency: string; isTotal?: boolean };

function SumLine({ label, amount, currency, isTotal }: SumLineProps) {
  return (
    <div class={isTotal ? 'total' : ''}>
      <dt>{label}</dt>
      <dd>
        <Money amount={amount} currency={currency} />
      </dd>
    </div>
  );
}

/** What happened to the payment, newest first. */
export function PaymentTimeline({ entries, currency }: { entries: readonly TimelineEntry[]; currency: string }) {
  return (
    <section>
      <h3>Timeline</h3>
      <ol class="timeline">
        {entries.map((entry) => (
          <li key={`${entry.atUnix} ${entry.text}`} class={entry.tone}>
            <span>
              {entry.text}
              {entry.amount !== undefined && (
                <>
                  {' '}
                  <Money amount={entry.amount} currency={currency} />
                </>
              )}
            </span>
            <span class="secondary">
              <Moment unix={entry.atUnix} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What else is known of the payment. */
export function PaymentFacts({ payment }: { payment: PaymentDetails }) {
  const { showObjectIds } = useFrame().look;
  return (
    <section>
      <h3>Details</h3>
      <Facts
        facts={[
          ['Payment method', payment.method && <CardName card={payment.method} />],
          ['Customer', payment.customer],
          ['Description', payment.description],
          ['Payment ID', showObjectIds ? <code>{payment.id}</code> : null],
        ]}
      />
    </section>
  );
}
