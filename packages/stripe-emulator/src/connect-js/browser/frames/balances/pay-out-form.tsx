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
  const { look, words } = useFrame();
  const { payOut, payOutForm } = words.payouts;
  const [typed, setTyped] = useState(typedAmount(payable, currency, look.locale));
  const { send, busy, refusal, refuse } = useSend();
  const formRef = useFirstField();
  const amount = amountFromTyped(typed, currency);
  const mostIn = (locale: string): string => formatMoney(payable, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse(({ payouts }) => payouts.payOutForm.noAmount);
    if (amount > payable) return refuse(({ payouts }, locale) => payouts.payOutForm.tooMuch(mostIn(locale)));
    void send('payouts', { amount, currency }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={payOut} ref={formRef}>
      <AmountField
        label={payOutForm.amount}
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={words.common.upTo(mostIn(look.locale))}
        problem={refusal}
      />
      {bank && <p class="secondary">{payOutForm.toBank(<BankName bank={bank} />)}</p>}
      <FormEnd
        label={amount === undefined ? payOut : payOutForm.submit(formatMoney(amount, currency, look.locale))}
        busyLabel={words.common.sending}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
