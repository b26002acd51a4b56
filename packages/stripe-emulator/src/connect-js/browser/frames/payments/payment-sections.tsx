import type { PaymentDetails, TimelineEntry } from '../../../frame-data.ts';
import { eventInWords } from '../../../in-words.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { CardName } from './card-name.tsx';

/** From what the customer paid to what the seller keeps, line by line. */
export function PaymentSum({ payment }: { payment: PaymentDetails }) {
  const { payments } = useWords();
  const { amount, amountRefunded, currency, fees, net } = payment;
  if (net === null) return null;
  return (
    <section>
      <h3>{payments.whatYouGet}</h3>
      <dl class="sum">
        <SumLine label={payments.sum.payment} amount={amount} currency={currency} />
        {amountRefunded > 0 && <SumLine label={payments.sum.refunded} amount={-amountRefunded} currency={currency} />}
        {fees.map((fee) => (
          <SumLine key={fee.kind} label={payments.sum[fee.kind]} amount={-fee.amount} currency={currency} />
        ))}
        <SumLine label={payments.sum.net} amount={net} currency={currency} isTotal />
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
  const words = useWords();
  return (
    <section>
      <h3>{words.payments.timeline}</h3>
      <ol class="timeline">
        {entries.map((entry) => (
          <li key={`${entry.atUnix} ${entry.event}`} class={entry.tone}>
            <span>
              {eventInWords(entry, words)}
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
  const { look, words } = useFrame();
  const { payments, common } = words;
  return (
    <section>
      <h3>{payments.details}</h3>
      <Facts
        facts={[
          [payments.filters.method, payment.method && <CardName card={payment.method} />],
          [common.heads.customer, payment.customer],
          [common.heads.description, payment.description],
          [payments.paymentId, look.showObjectIds ? <code>{payment.id}</code> : null],
        ]}
      />
    </section>
  );
}
