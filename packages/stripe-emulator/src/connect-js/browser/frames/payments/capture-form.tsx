import { useState } from 'preact/hooks';
import { useFrame } from '../frame-context.ts';
import { AmountField } from '../ui/amount-field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { amountFromTyped, formatMoney, typedAmount } from '../../../format.ts';
import { useSend } from '../ui/use-send.ts';
import type { ActionFormProps } from './refund-form.tsx';

/** Captures all or a part of an authorised payment; what is not captured is released. */
export function CaptureForm({ payment, onDone, onCancel }: ActionFormProps) {
  const { currency, capturable } = payment;
  const { locale } = useFrame().look;
  const [typed, setTyped] = useState(typedAmount(capturable, currency));
  const { send, busy, refusal, refuse } = useSend();
  const amount = amountFromTyped(typed, currency);
  const most = formatMoney(capturable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse('Enter the amount to capture, for example 12.50.');
    if (amount > capturable) return refuse(`At most ${most} can be captured.`);
    void send(`payments/${payment.id}/capture`, { amount }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label="Capture payment">
      <h3>Capture payment</h3>
      <p class="secondary">The customer is charged now. You can capture once; the rest is released.</p>
      <AmountField
        label="Capture amount"
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={`Up to ${most}`}
        problem={refusal}
      />
      <FormEnd
        label={`Capture ${amount === undefined ? '' : formatMoney(amount, currency, locale)}`}
        busyLabel="Capturing…"
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
