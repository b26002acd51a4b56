import type { World } from '../../world/world.ts';

/** A calendar month in UTC; both ends are included. */
export type Month = { readonly name: string; readonly fromUnix: number; readonly toUnix: number };

/** Lists the months that are over and in which something happened to a balance, newest first. */
export function monthsOf({ store, clock }: World, account: string): readonly Month[] {
  const present = monthNamed(new Date(clock.nowMs()).toISOString().slice(0, 7));
  return store
    .prepare(
      `select distinct strftime('%Y-%m', created, 'unixepoch') as month from objects
       where kind = 'balance_transaction' and account = ? and created < ? order by month desc`,
    )
    .all(account, present.fromUnix)
    .map(({ month }) => monthNamed(String(month)));
}

function monthNamed(name: string): Month {
  const from = new Date(`${name}-01T00:00:00Z`);
  const next = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1);
  return { name, fromUnix: from.getTime() / 1000, toUnix: next / 1000 - 1 };
}
