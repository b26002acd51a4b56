import { useState } from 'preact/hooks';
import { amountFromTyped, typedAmount } from '../../../format.ts';
import type { IssuedCard } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { AmountField } from '../ui/amount-field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';

type LimitFormProps = { readonly card: IssuedCard; readonly onDone: () => void; readonly onCancel: () => void };

/** Limits what a card may spend in a month; an empty field takes the limit away. */
export function LimitForm({ card: { id, currency, monthlyLimit }, onDone, onCancel }: LimitFormProps) {
  const { look, words } = useFrame();
  const { cards } = words;
  const [typed, setTyped] = useState(monthlyLimit === null ? '' : typedAmount(monthlyLimit, currency, look.locale));
  const { send, busy, refusal, refuse } = useSend();
  const formRef = useFirstField();

  function submit(event: Event): void {
    event.preventDefault();
    const amount = typed.trim() === '' ? null : amountFromTyped(typed, currency);
    if (amount === undefined || amount === 0) return refuse((now) => now.cards.noAmount);
    void send(`issuing-cards/${id}/limit`, { amount }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={cards.changeLimit} ref={formRef}>
      <AmountField
        label={cards.monthlyLimit}
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={cards.limitHint}
        problem={refusal}
      />
      <FormEnd label={cards.saveLimit} busyLabel={words.common.saving} busy={busy} onCancel={onCancel} />
    </form>
  );
}
