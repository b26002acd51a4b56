import type { ManagedBank, Management } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { BankName } from '../payouts/bank-name.tsx';
import { Badge } from '../ui/badge.tsx';
import { useSend } from '../ui/use-send.ts';
import { Section } from './section.tsx';

type BankSectionProps = { readonly management: Management; readonly onChanged: () => Promise<void> };

/** Where payouts go, and where they may go instead. */
export function BankSection({ management: { banks, bankFields }, onChanged }: BankSectionProps) {
  const { account, payouts } = useWords();
  return (
    <Section
      name="external_accounts"
      title={account.bankForPayouts}
      edit={account.addBank}
      editing={account.addingBank}
      fields={bankFields}
      path="bank-account"
      onChanged={onChanged}
    >
      {banks.length === 0 && <p class="bank">{payouts.noBank}</p>}
      {banks.map((bank) => (
        <Bank
          key={bank.id}
          bank={bank}
          others={banks.filter(({ currency }) => currency === bank.currency).length - 1}
          mayChange={bankFields !== null}
          onChanged={onChanged}
        />
      ))}
    </Section>
  );
}

type BankProps = {
  readonly bank: ManagedBank;
  /** How many others there are in its currency. */
  readonly others: number;
  readonly mayChange: boolean;
  readonly onChanged: () => Promise<void>;
};

function Bank({ bank, others, mayChange, onChanged }: BankProps) {
  const { account } = useWords();
  const { busy, refusal, send } = useSend();
  return (
    <p class="bank">
      <BankName bank={bank} />
      {bank.isDefault && others > 0 && <Badge tone="neutral">{account.defaultBank}</Badge>}
      {bank.returned && <Badge tone="danger">{account.returned}</Badge>}
      {!bank.isDefault && mayChange && (
        <button
          type="button"
          class="link"
          disabled={busy}
          aria-label={account.makingDefault(bank.last4)}
          onClick={() => void send(`bank-account/${bank.id}/default`, {}, () => void onChanged())}
        >
          {account.makeDefault}
        </button>
      )}
      {refusal !== undefined && (
        <span class="problem" role="alert">
          {refusal}
        </span>
      )}
    </p>
  );
}
