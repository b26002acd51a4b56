import { emitObject } from './events.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

/** Tells that the platform's access to an account began or is over, in the scope of that account. */
export function tellConnection(world: World, account: string, word: 'authorized' | 'deauthorized'): void {
  const { platform, settings } = world;
  const application = {
    id: `ca_${platform.slice('acct_'.length)}`,
    object: 'application',
    name: settings.platformName,
  };
  emitObject(world, `account.application.${word}`, account, application);
}

/** Finds an account that the platform has access to: neither closed nor gone. */
export function findConnected({ store }: World, id: string): Account | undefined {
  const account = store.find('account', id);
  return account?.deauthorized === false && account.closed !== true ? account : undefined;
}
