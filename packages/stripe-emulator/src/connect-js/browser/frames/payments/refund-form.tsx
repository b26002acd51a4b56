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

/** Refunds all or a part; the button repeats the amount, so pressing it is the confirmation. */
export function RefundForm({ payment, onDone, onCancel }: ActionFormProps) {
  const { currency, refundable } = payment;
  const { look, words } = useFrame();
  const { refund } = words.payments;
  const [typed, setTyped] = useState(typedAmount(refundable, currency, look.locale));
  const [reason, setReason] = useState('requested_by_customer');
  const { send, busy, refusal, refuse } = useSend();
  const reasonId = useId();
  const amount = amountFromTyped(typed, currency);
  const mostIn = (locale: string): string => formatMoney(refundable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse(({ payments }) => payments.refund.noAmount);
    if (amount > refundable) return refuse(({ payments }, locale) => payments.refund.tooMuch(mostIn(locale)));
    void send(`payments/${payment.id}/refund`, { amount, reason }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={refund.title}>
      <h3>{refund.title}</h3>
      <p class="secondary">{refund.text}</p>
      <AmountField
        label={refund.amount}
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={words.common.upTo(mostIn(look.locale))}
        problem={refusal}
      />
      <div class="field">
        <label htmlFor={reasonId}>{refund.reason}</label>
        <select id={reasonId} value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
          {Object.entries(refund.reasons).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <FormEnd
        label={amount === undefined ? refund.title : refund.submit(formatMoney(amount, currency, look.locale))}
        busyLabel={refund.busy}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
