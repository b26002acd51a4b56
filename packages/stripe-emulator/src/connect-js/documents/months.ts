import type { World } from '../../world/world.ts';

/** A calendar month in UTC; both ends are included. */
export type Month = { readonly name: string; readonly fromUnix: number; readonly toUnix: number };

/** Lists the months that are over and in which something happened to a balance, newest first. */
export function monthsOf({ store, clock }: World, account: string): readonly Month[] {
  const months: Month[] = [];
  let before = monthNamed(new Date(clock.nowMs()).toISOString().slice(0, 7)).fromUnix;
  for (;;) {
    const [newest] = store.list('balance_transaction', { account, created: { lt: before }, limit: 1 }).rows;
    if (newest === undefined) return months;
    const month = monthNamed(new Date(newest.createdUnix * 1000).toISOString().slice(0, 7));
    months.push(month);
    before = month.fromUnix;
  }
}

function monthNamed(name: string): Month {
  const from = new Date(`${name}-01T00:00:00Z`);
  const next = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1);
  return { name, fromUnix: from.getTime() / 1000, toUnix: next / 1000 - 1 };
}
