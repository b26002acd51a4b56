import { latestDeliveries } from '../webhooks/delivery-log.ts';
import { balancesOf } from '../world/ledger.ts';
import type { Kind } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** So many of each are shown, the newest. */
const SHOWN = 100;

/** What of an account is shown, as Stripe's API would show it. */
const KINDS = [
  'customer',
  'checkout_session',
  'payment_intent',
  'charge',
  'destination_payment',
  'refund',
  'dispute',
  'payout',
  'application_fee',
  'transfer',
  'transfer_reversal',
] as const satisfies readonly Kind[];

/** Shows the platform and its accounts, those included that left. */
export function accountsView(world: World): object {
  return { platform: world.platform, accounts: newest(world, 'account', world.platform) };
}

/** Shows what an account has, and what became of its money; the platform's own likewise. Undefined when there is none. */
export function accountView(world: World, id: string): object | undefined {
  if (id !== world.platform && world.store.find('account', id) === undefined) return undefined;
  return {
    account:
      id === world.platform
        ? { id, object: 'account' }
        : world.render(world, 'account', world.store.get('account', id)),
    objects: Object.fromEntries(KINDS.map((kind) => [kind, newest(world, kind, id)])),
    ledger: { balances: balancesOf(world, id), lines: newest(world, 'balance_transaction', id) },
  };
}

/** Shows what was told to whom, and how that went. */
export function deliveriesView(world: World): object {
  return { deliveries: latestDeliveries(world, SHOWN) };
}

function newest(world: World, kind: Kind, account: string): readonly object[] {
  const { rows } = world.store.list(kind, { account, limit: SHOWN });
  return rows.map((row) => world.render(world, kind, row));
}
