import type Stripe from 'stripe';
import { emitObject } from './events.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

/** Tells that the platform's access to an account began or is over, in the scope of that account. */
export function tellConnection(world: World, account: string, word: 'authorized' | 'deauthorized'): void {
  emitObject(world, `account.application.${word}`, account, applicationToWire(world));
}

/** The platform as its connected accounts know it, in Stripe's form. */
export function applicationToWire({ platform, settings }: World): Stripe.Application {
  return { id: `ca_${platform.slice('acct_'.length)}`, object: 'application', name: settings.platformName };
}

/** Finds an account that the platform has access to: neither closed nor gone. */
export function findConnected({ store }: World, id: string): Account | undefined {
  const account = store.find('account', id);
  return account?.deauthorized === false && account.closed !== true ? account : undefined;
}
