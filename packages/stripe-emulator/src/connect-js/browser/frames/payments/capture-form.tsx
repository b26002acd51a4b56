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
  const { look, words } = useFrame();
  const { capture } = words.payments;
  const [typed, setTyped] = useState(typedAmount(capturable, currency, look.locale));
  const { send, busy, refusal, refuse } = useSend();
  const amount = amountFromTyped(typed, currency);
  const mostIn = (locale: string): string => formatMoney(capturable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse(({ payments }) => payments.capture.noAmount);
    if (amount > capturable) return refuse(({ payments }, locale) => payments.capture.tooMuch(mostIn(locale)));
    void send(`payments/${payment.id}/capture`, { amount }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={capture.title}>
      <h3>{capture.title}</h3>
      <p class="secondary">{capture.text}</p>
      <AmountField
        label={capture.amount}
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={words.common.upTo(mostIn(look.locale))}
        problem={refusal}
      />
      <FormEnd
        label={amount === undefined ? capture.title : capture.submit(formatMoney(amount, currency, look.locale))}
        busyLabel={capture.busy}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
