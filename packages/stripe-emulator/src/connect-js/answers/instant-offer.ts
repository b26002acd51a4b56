import { payoutsEnabled } from '../../world/accounts.ts';
import { type InstantFunds, instantFundsOf, priceFor } from '../../world/instant-payouts.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { InstantOffer } from '../frame-data.ts';
import { destinationSummary } from './payouts.ts';

/** Tells what an account can send instantly in a currency, and what that costs it; null when nothing can be sent. */
export function instantOffer(world: World, account: Account, currency: string): InstantOffer | null {
  if (!payoutsEnabled(world, account)) return null;
  const funds = instantFundsOf(world, account.id).find((known) => known.currency === currency);
  return funds === undefined || funds.net === 0 ? null : offerOf(world, account, funds);
}

function offerOf(world: World, account: Account, { currency, net, destinations }: InstantFunds): InstantOffer {
  const price = priceFor(world, account);
  return {
    currency,
    most: Math.min(net, world.settings.instantPayouts.mostMinor),
    fee: price === null ? null : { basisPoints: price.basisPoints, minimumMinor: price.minimumMinor },
    destinations: destinations.map((destination) => ({ id: destination.id, ...destinationSummary(destination) })),
  };
}
