import type { Account } from '../world/state.ts';
import { noAccess } from '../wire/access.ts';
import type { Call } from '../wire/operation.ts';
import type { ParamTable } from '../wire/params.ts';

/**
 * Returns the account of the path, if it is one of the platform's.
 *
 * @throws {StripeError} as Stripe does for accounts that are not, or no longer, connected.
 */
export function ownAccount({ world, account, path }: Pick<Call<ParamTable>, 'world' | 'account' | 'path'>): Account {
  return connectedAccount({ world, account }, path['id'] ?? '');
}

/** Returns a connected account by its id, refused in the same words whether it is another platform's or nobody's. */
export function connectedAccount({ world, account }: Pick<Call<ParamTable>, 'world' | 'account'>, id: string): Account {
  const found = world.store.find('account', id);
  if (
    found === undefined ||
    found.deauthorized ||
    found.closed === true ||
    (account !== world.platform && account !== id)
  )
    throw noAccess(world, id);
  return found;
}
