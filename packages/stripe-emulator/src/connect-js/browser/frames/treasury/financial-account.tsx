import type { FinancialAccountSummary } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';

/** The financial account that the page names. */
export function FinancialAccount() {
  const { values, words } = useFrame();
  const { financialAccount } = values;
  return (
    <section class="panel" aria-label={words.titles['financial-account']}>
      {typeof financialAccount === 'string' && financialAccount !== '' ? (
        <AccountOf key={financialAccount} id={financialAccount} />
      ) : (
        <Empty words={words.cards.account.none} />
      )}
      <EmulatorMark />
    </section>
  );
}

function AccountOf({ id }: { id: string }) {
  const { loaded, refresh, retry } = useLoaded('financial-accounts/:id', { id });
  useFresh(() => void refresh());
  if (loaded.state === 'failed') {
    return <Failed what="financialAccount" failure={loaded.failure} retry={retry} />;
  }
  return loaded.state === 'loading' ? <LoadingRows rows={3} /> : <Summary account={loaded.data} />;
}

function Summary({ account }: { account: FinancialAccountSummary }) {
  const { look, words } = useFrame();
  const { facts, ...says } = words.cards.account;
  const { id, nickname, currency, routingNumber, last4, cash, coming, going } = account;
  return (
    <>
      <h2 class="over-figures">{nickname ?? says.name}</h2>
      <div class="balance">
        <div class="balance-figure">
          <p class="secondary">{says.available}</p>
          <p class="big">
            <Money amount={cash} currency={currency} code />
          </p>
        </div>
        <div class="balance-figure quieter">
          <p class="secondary">{says.coming}</p>
          <p class="big">
            <Money amount={coming} currency={currency} code />
          </p>
        </div>
        <div class="balance-figure quieter">
          <p class="secondary">{says.going}</p>
          <p class="big">
            <Money amount={going} currency={currency} code />
          </p>
        </div>
      </div>
      <div class="narrow-facts">
        <Facts
          facts={[
            [facts.routing, routingNumber],
            [facts.number, `•••• ${last4}`],
            [facts.id, look.showObjectIds && <code>{id}</code>],
          ]}
        />
      </div>
    </>
  );
}
