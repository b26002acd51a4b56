/** Where a link into the Dashboard points, in the forms that Stripe's own links have. */
export type DashboardAddress = {
  /** Absent where the link leaves it to who is signed in. */
  readonly account: string | undefined;
  readonly livemode: boolean;
  readonly section: string;
  readonly object: string | undefined;
  /** What follows the object, as in `connect/accounts/acct_X/payouts`. */
  readonly rest: readonly string[];
};

/** Reads `[acct_X/][test/]section[/object[/rest]]`, without the leading slash. */
export function addressFromPath(path: string): DashboardAddress {
  const parts = path.split('/').filter((part) => part !== '');
  const account = parts[0]?.startsWith('acct_') ? parts.shift() : undefined;
  const livemode = parts[0] !== 'test';
  if (!livemode) parts.shift();
  const [section = 'home', object, ...rest] = parts;
  return { account, livemode, section, object, rest };
}
