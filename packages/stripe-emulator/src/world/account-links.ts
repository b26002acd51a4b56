import { findConnected } from './connection.ts';
import { emitThinAbout } from './events.ts';
import { randomText } from './ids.ts';
import type { AccountLink } from './state.ts';
import type { World } from './world.ts';

/** Stripe says "a few minutes" and not how many. */
const LIFETIME_SECONDS = 300;

/** Makes a link into hosted onboarding that works once, soon. */
export function createAccountLink(
  world: World,
  connectedAccount: string,
  wish: Pick<AccountLink, 'collection' | 'refreshUrl' | 'returnUrl'>,
): AccountLink {
  const token = randomText(world, 24);
  return world.store.insert('account_link', {
    ...wish,
    id: `alink_${token}`,
    account: world.platform,
    createdUnix: world.clock.nowUnix(),
    connectedAccount,
    token,
    expiresUnix: world.clock.nowUnix() + LIFETIME_SECONDS,
    usedUnix: null,
    flow: null,
  });
}

/** Returns the address that a link stands for. */
export function addressOfAccountLink({ settings }: World, { connectedAccount, token }: AccountLink): string {
  return `${settings.url}/connect/setup/s/${connectedAccount}/${token}`;
}

export type OpenedAccountLink =
  { readonly usable: true; readonly flow: string } | { readonly usable: false; readonly refreshUrl: string | null };

/** Opens a link: the first time, in time, it works, and afterwards it only says where a new one can be had. */
export function openAccountLink(world: World, connectedAccount: string, token: string): OpenedAccountLink {
  const link = world.store.find('account_link', `alink_${token}`);
  if (link?.connectedAccount !== connectedAccount) return { usable: false, refreshUrl: null };
  const now = world.clock.nowUnix();
  if (link.usedUnix !== null || link.expiresUnix <= now || findConnected(world, connectedAccount) === undefined)
    return { usable: false, refreshUrl: link.refreshUrl };
  const flow = randomText(world, 24);
  world.store.update('account_link', link.id, { usedUnix: now, flow });
  return { usable: true, flow };
}

/** Finds the link that was opened into a flow. */
export function linkOfFlow(world: World, flow: string): AccountLink | undefined {
  const [link] = world.store.all('account_link', world.platform, { flow });
  return link;
}

/** Tells that the seller went from onboarding back to the platform, finished or not. */
export function tellReturn(world: World, { connectedAccount }: AccountLink): void {
  const { requestedCapabilities } = world.store.get('account', connectedAccount);
  emitThinAbout(world, 'v2.core.account_link.returned', null, {
    account_id: connectedAccount,
    configurations: [
      ...(requestedCapabilities.includes('card_payments') ? ['merchant'] : []),
      ...(requestedCapabilities.includes('transfers') ? ['recipient'] : []),
    ],
    use_case: 'account_onboarding',
  });
}
