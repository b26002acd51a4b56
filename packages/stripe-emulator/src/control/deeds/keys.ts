import { operations } from '../../api/index.ts';
import { createRestrictedKey } from '../../world/restricted-keys.ts';
import { required, text } from '../../wire/params.ts';
import { permissionFor } from '../../wire/permissions.ts';
import { invalidParam } from '../../wire/stripe-error.ts';
import { deed } from '../deed.ts';

/** What may be done about keys. */
export const keyDeeds = {
  /**
   * Makes a key that may do some things only, by Stripe's names such as `rak_account_session_write`.
   *
   * @throws {StripeError} for a permission that no operation takes.
   */
  createRestrictedKey: deed(
    { permissions: required(text()) },
    ({ world }) =>
      (permissions: readonly string[]): string => {
        requirePermissions(permissions);
        return createRestrictedKey(world, permissions).key;
      },
    (create, { permissions }) => create(permissions.split(/[\s,]+/u).filter((name) => name !== '')),
  ),
};

function requirePermissions(permissions: readonly string[]): void {
  const known = new Set(operations.map(permissionFor));
  const unknown = permissions.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const names = [...known].toSorted().join(', ');
  throw invalidParam(`No operation takes the permission '${unknown}'. There are: ${names}`, 'permissions');
}
