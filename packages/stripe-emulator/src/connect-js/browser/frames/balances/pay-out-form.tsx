import { useState } from 'preact/hooks';
import type { BankSummary, CurrencyBalance } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { BankName } from '../payouts/bank-name.tsx';
import { AmountField } from '../ui/amount-field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { amountFromTyped, formatMoney, typedAmount } from '../../../format.ts';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';

type PayOutFormProps = {
  readonly balance: CurrencyBalance;
  readonly bank: BankSummary | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Sends a part or all of the available balance to the bank. */
export function PayOutForm({ balance: { currency, payable }, bank, onDone, onCancel }: PayOutFormProps) {
  const { locale } = useFrame().look;
  const [typed, setTyped] = useState(typedAmount(payable, currency));
  const { send, busy, refusal, refuse } = useSend();
  const formRef = useFirstField();
  const amount = amountFromTyped(typed, currency);
  const most = formatMoney(payable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse('Enter the amount to pay out, for example 250.00.');
    if (amount > payable) return refuse(`At most ${most} can be paid out.`);
    void send('payouts', { amount, currency }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label="Pay out" ref={formRef}>
      <AmountField
        label="Amount to pay out"
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={`Up to ${most}`}
        problem={refusal}
      />
      {bank && (
        <p class="secondary">
          To <BankName bank={bank} />, usually within two working days.
        </p>
      )}
      <FormEnd
        label={`Send ${amount === undefined ? '' : formatMoney(amount, currency, locale)} to bank`}
        busyLabel="Sending…"
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
