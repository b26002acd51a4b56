import type { Balances as BalancesData, CurrencyBalance } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { scheduleSentence } from '../payouts/schedule-words.ts';
import { InstantForm } from '../instant/instant-form.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Money } from '../ui/money.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useOpened } from '../ui/use-opened.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { PayOutForm } from './pay-out-form.tsx';

/** What the seller has and what is on the way, per currency. */
export function Balances() {
  const words = useWords();
  const { loaded, refresh, retry } = useLoaded('balances');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="balances" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={words.titles.balances}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={2} />
      ) : (
        <>
          {loaded.data.currencies.map((balance) => (
            <BalanceOfCurrency
              key={balance.currency}
              balance={balance}
              bank={loaded.data.bank}
              onPaid={() => void refresh()}
            />
          ))}
          <p class="secondary">{scheduleSentence(loaded.data.schedule, words)}</p>
        </>
      )}
      <EmulatorMark />
    </section>
  );
}

type BalanceProps = { balance: CurrencyBalance; bank: BalancesData['bank']; onPaid: () => void };

function BalanceOfCurrency({ balance, bank, onPaid }: BalanceProps) {
  const { payouts } = useWords();
  const { opened, open, opener, close } = useOpened<'instant' | 'standard'>();
  const { currency, available, onTheWay, payable, instant } = balance;
  const done = (): void => {
    close();
    onPaid();
  };
  return (
    <section class="balance" aria-label={payouts.balanceIn(currency.toUpperCase())}>
      <BalanceFigure label={payouts.available} amount={available} currency={currency} />
      <BalanceFigure label={payouts.onTheWay} amount={onTheWay} currency={currency} quiet />
      {opened === undefined && (payable > 0 || instant) && (
        <div class="actions">
          {instant && (
            <button type="button" ref={opener('instant')} onClick={() => open('instant')}>
              <Icon name="bolt" /> {payouts.instant.payOut}
            </button>
          )}
          {payable > 0 && (
            <button type="button" class="primary" ref={opener('standard')} onClick={() => open('standard')}>
              {payouts.payOut}
            </button>
          )}
        </div>
      )}
      {opened === 'standard' && <PayOutForm balance={balance} bank={bank} onCancel={close} onDone={done} />}
      {opened === 'instant' && instant && <InstantForm offer={instant} onCancel={close} onDone={done} />}
    </section>
  );
}

type FigureProps = { label: string; amount: number; currency: string; quiet?: boolean };

function BalanceFigure({ label, amount, currency, quiet }: FigureProps) {
  return (
    <div class={quiet ? 'balance-figure quieter' : 'balance-figure'}>
      <p class="secondary">{label}</p>
      <p class="big">
        <Money amount={amount} currency={currency} code />
      </p>
    </div>
  );
}
