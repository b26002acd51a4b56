import type { World } from '../world/world.ts';
import { findRestrictedKey } from '../world/restricted-keys.ts';
import type { Operation } from './operation.ts';
import { StripeError } from './stripe-error.ts';

type Asked = Pick<Operation, 'method' | 'path'>;

/** What permissions are called where it is not the resource's own name; refunds go with charges. */
const NAMES: Readonly<Record<string, string>> = {
  account: 'connected_account',
  accounts: 'connected_account',
  balance: 'balance',
  balance_settings: 'balance_settings',
  checkout: 'checkout_session',
  radar: 'early_fraud_warning',
  refunds: 'charge',
  webhook_endpoints: 'webhook',
};

/** Returns Stripe's name of the permission that an operation takes, for example `rak_charge_write`. */
export function permissionFor({ method, path }: Asked): string {
  const resource = /^\/v\d\/(?:core\/)?(?<name>\w+)/u.exec(path)?.groups?.['name'] ?? '';
  return `rak_${NAMES[resource] ?? resource.replace(/s$/u, '')}_${method === 'GET' ? 'read' : 'write'}`;
}

/**
 * Refuses what a restricted key was not made for. Stripe has permissions for the platform and for its accounts apart; here
 * they are the same.
 *
 * @throws {StripeError} 403, naming the permission that is missing.
 */
export function requirePermission(world: World, key: string, account: string, asked: Asked): void {
  const restricted = findRestrictedKey(world, key);
  if (restricted === undefined) return;
  const needed = permissionFor(asked);
  const { permissions } = restricted;
  if (permissions.includes(needed) || permissions.includes(needed.replace(/_read$/u, '_write'))) return;
  const message = `The provided key '${hidden(key)}' does not have the required permissions for this endpoint on account '${account}'. Having the '${needed}' permission would allow this request to continue.`;
  throw new StripeError(403, { type: 'invalid_request_error', message }, true);
}

/** A key as it may be shown: its beginning and its end. */
export function hidden(key: string): string {
  return `${key.slice(0, 8)}${'*'.repeat(Math.max(key.length - 12, 4))}${key.slice(-4)}`;
}
