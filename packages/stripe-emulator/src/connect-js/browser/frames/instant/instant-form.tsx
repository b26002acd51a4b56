import { useState } from 'preact/hooks';
import { amountFromTyped, formatMoney, typedAmount } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';
import { instantFee } from '../../../../world/instant-fee.ts';
import { useFrame } from '../frame-context.ts';
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
  const { locale } = useFrame().look;
  const [typed, setTyped] = useState(typedAmount(most, currency));
  const [destination, setDestination] = useState(destinations[0]?.id ?? '');
  const { send, busy, refusal, refuse } = useSend();
  const formRef = useFirstField();
  const amount = amountFromTyped(typed, currency);
  const money = (minor: number): string => formatMoney(minor, currency, locale);

  function submit(event: Event): void {
    event.preventDefault();
    if (amount === undefined || amount === 0) return refuse('Enter the amount to send, for example 250.00.');
    if (amount > most) return refuse(`At most ${money(most)} can be sent now.`);
    void send<Sent>('instant-payouts', { amount, currency, destination }, ({ id }) => onDone(id, amount));
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label="Pay out instantly" ref={formRef}>
      <AmountField
        label="Amount to send now"
        currency={currency}
        typed={typed}
        onTyped={setTyped}
        hint={`Up to ${money(most)}`}
        problem={refusal}
      />
      <Destination {...{ destinations, destination, setDestination }} />
      <dl class="sum">
        <div>
          <dt>Fee, taken from your balance</dt>
          <dd class="figure">{fee ? money(instantFee(fee, amount ?? 0)) : 'None'}</dd>
        </div>
        <div>
          <dt>Arrives</dt>
          <dd>Usually within 30 minutes</dd>
        </div>
      </dl>
      <FormEnd
        label={`Send ${amount === undefined ? '' : money(amount)} now`}
        busyLabel="Sending…"
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
  const [only] = destinations;
  if (only !== undefined && destinations.length === 1) {
    return (
      <p class="secondary">
        To <BankName bank={only} />
      </p>
    );
  }
  const options = destinations.map(({ id, bankName, last4 }) => [id, `${bankName} •••• ${last4}`] as const);
  return <SelectField label="Where to" value={destination} options={options} onChoose={setDestination} />;
}
