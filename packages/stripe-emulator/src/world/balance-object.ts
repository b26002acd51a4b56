import { whenAsked } from '../wire/when-asked.ts';
import { emitObject } from './events.ts';
import { instantFundsOf } from './instant-payouts.ts';
import { balancesOf } from './ledger.ts';
import type { World } from './world.ts';

/** Tells that money became available. */
export function tellBalance(world: World, account: string): void {
  emitObject(world, 'balance.available', account, balanceObject(world, account));
}

/** A balance in Stripe's form: there is one for each account, without an id. */
export function balanceObject(world: World, account: string) {
  const balances = balancesOf(world, account);
  const currency = world.store.find('account', account)?.defaultCurrency ?? 'usd';
  const shown = balances.length > 0 ? balances : [{ currency, available: 0, pending: 0 }];
  const part = (name: 'available' | 'pending') =>
    shown.map((balance) => ({
      amount: balance[name],
      currency: balance.currency,
      source_types: { card: balance[name] },
    }));
  const reserved = shown.map(({ currency: code }) => ({ amount: 0, currency: code }));
  const instant = instantFundsOf(world, account);
  return {
    object: 'balance' as const,
    available: part('available'),
    ...(account === world.platform && { connect_reserved: reserved }),
    ...(instant.length > 0 && { instant_available: instant.map(instantPart) }),
    livemode: world.settings.livemode,
    pending: part('pending'),
  };
}

/** What it nets is shown only where it is asked for: `expand[]=instant_available.net_available`. */
function instantPart({ amount, net, currency, destinations }: ReturnType<typeof instantFundsOf>[number]) {
  return {
    amount,
    currency,
    net_available: whenAsked(() =>
      destinations.map(({ id }) => ({ amount: net, destination: id, source_types: { card: net } })),
    ),
    source_types: { card: amount },
  };
}
