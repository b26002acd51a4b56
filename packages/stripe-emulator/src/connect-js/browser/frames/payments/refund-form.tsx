import { useId, useState } from 'preact/hooks';
import type { PaymentDetails } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { AmountField } from '../ui/amount-field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { amountFromTyped, formatMoney, typedAmount } from '../../../format.ts';
import { useSend } from '../ui/use-send.ts';

/** The payment, and what happens when the form is left either way. */
export type ActionFormProps = {
  readonly payment: PaymentDetails;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const reasons = {
  requested_by_customer: 'Requested by customer',
  duplicate: 'Duplicate',
  fraudulent: 'Fraudulent',
};

/** Refunds all or a part; the button repeats the amount, so pressing it is the confirmation. */
export function RefundForm({ payment, onDone, onCancel }: ActionFormProps) {
  const { currency, refundable } = payment;
  const { locale } = useFrame().look;
  const [typed, setTyped] = useState(typedAmount(refundable, currency));
  const [reason, setReason] = useState('requested_by_customer');
  const { send, busy, refusal, refuse } = useSend();
  const reasonId = useId();
  const amount = amountFromTyped(typed, currency);
  const most = formatMoney(refundable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse('Enter the amount to refund, for example 12.50.');
    if (amount > refundable) return refuse(`At most ${most} can be refunded.`);
    void send(`payments/${payment.id}/refund`, { amount, reason }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label="Refund payment">
      <h3>Refund payment</h3>
      <p class="secondary">The money goes back to the customer’s card in 5 to 10 days. Stripe’s fee is not returned.</p>
      <AmountField
        label="Refund amount"
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={`Up to ${most}`}
        problem={refusal}
      />
      <div class="field">
        <label htmlFor={reasonId}>Reason</label>
        <select id={reasonId} value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
          {Object.entries(reasons).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <FormEnd
        label={`Refund ${amount === undefined ? '' : formatMoney(amount, currency, locale)}`}
        busyLabel="Refunding…"
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
