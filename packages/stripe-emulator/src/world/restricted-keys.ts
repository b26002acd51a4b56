import { randomText } from './ids.ts';
import type { World } from './world.ts';

/** A key that may do some things only. */
export interface RestrictedKey {
  readonly key: string;
  /** Stripe's names, for example `rak_charge_read`; writing includes reading. */
  readonly permissions: readonly string[];
}

const PREFIX = 'restricted_key ';

/** Makes a restricted key; one with the same permissions is given again, so that a restart changes nothing. */
export function createRestrictedKey(world: World, permissions: readonly string[]): RestrictedKey {
  const sorted = [...new Set(permissions)].toSorted();
  const known = restrictedKeys(world).find((made) => made.permissions.join() === sorted.join());
  if (known !== undefined) return known;
  const key = `rk_test_51${randomText(world, 40)}`;
  world.store.facts.write(`${PREFIX}${key}`, sorted.join(' '));
  return { key, permissions: sorted };
}

/** Lists the restricted keys there are. */
export function restrictedKeys({ store }: World): readonly RestrictedKey[] {
  return store
    .prepare('select name, value from facts where name glob ? order by name')
    .all(`${PREFIX}*`)
    .map(({ name, value }) => keyFrom(String(name).slice(PREFIX.length), String(value)));
}

/** Returns a restricted key; undefined when it is none of this platform's. */
export function findRestrictedKey({ store }: World, key: string): RestrictedKey | undefined {
  const permissions = store.facts.read(`${PREFIX}${key}`);
  return permissions === undefined ? undefined : keyFrom(key, permissions);
}

function keyFrom(key: string, permissions: string): RestrictedKey {
  return { key, permissions: permissions.split(' ').filter((name) => name !== '') };
}
