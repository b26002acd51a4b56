import { useState } from 'preact/hooks';
import { amountFromTyped, formatMoney, typedAmount } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';
import { instantFee } from '../../../../world/instant-fee.ts';
import { bankInWords } from '../../../in-words.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { BankName } from '../payouts/bank-name.tsx';
import { AmountField } from '../ui/amount-field.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';

type InstantFormProps = {
  readonly offer: InstantOffer;
  readonly onDone: (payout: string, amount: number) => void;
  readonly onCancel: () => void;
};

type Sent = { readonly id: string };

/** Sends a part or all at once; what it costs is said before it is sent. */
export function InstantForm({ offer: { currency, most, fee, destinations }, onDone, onCancel }: InstantFormProps) {
  const { look, words } = useFrame();
  const { instant } = words.payouts;
  const [typed, setTyped] = useState(typedAmount(most, currency, look.locale));
  const [destination, setDestination] = useState(destinations[0]?.id ?? '');
  const { send, busy, refusal, refuse } = useSend();
  const formRef = useFirstField();
  const amount = amountFromTyped(typed, currency);
  const money = (minor: number, locale = look.locale): string => formatMoney(minor, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse(({ payouts }) => payouts.instant.noAmount);
    if (amount > most) return refuse(({ payouts }, locale) => payouts.instant.tooMuch(money(most, locale)));
    void send<Sent>('instant-payouts', { amount, currency, destination }, ({ id }) => onDone(id, amount));
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={instant.payOut} ref={formRef}>
      <AmountField
        label={instant.amount}
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={words.common.upTo(money(most))}
        problem={refusal}
      />
      <Destination {...{ destinations, destination, setDestination }} />
      <dl class="sum">
        <div>
          <dt>{instant.feeTaken}</dt>
          <dd class="figure">{fee ? money(instantFee(fee, amount ?? 0)) : instant.none}</dd>
        </div>
        <div>
          <dt>{words.payouts.heads.arrives}</dt>
          <dd>{instant.within}</dd>
        </div>
      </dl>
      <FormEnd
        label={amount === undefined ? instant.payOut : instant.submit(money(amount))}
        busyLabel={words.common.sending}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}

type DestinationProps = Pick<InstantOffer, 'destinations'> & {
  readonly destination: string;
  readonly setDestination: (id: string) => void;
};

/** Where it goes; a choice only where there is one. */
function Destination({ destinations, destination, setDestination }: DestinationProps) {
  const words = useWords();
  const { instant } = words.payouts;
  const [only] = destinations;
  if (only !== undefined && destinations.length === 1) {
    return <p class="secondary">{instant.to(<BankName bank={only} />)}</p>;
  }
  const options = destinations.map((bank) => [bank.id, `${bankInWords(bank, words)} •••• ${bank.last4}`] as const);
  return <SelectField label={instant.whereTo} value={destination} options={options} onChoose={setDestination} />;
}
