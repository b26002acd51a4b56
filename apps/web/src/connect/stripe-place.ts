import type { Account } from '@sellerdesk/contract';

/** An object or a page of ours, as the Stripe Dashboard knows it. */
export type StripePlace =
  | { readonly to: 'home' | 'payments' | 'payouts' | 'disputes' | 'balances' | 'account' }
  | { readonly to: 'payment' | 'payout'; readonly id: string };

/** How to get there: a plain link, or one that must be made when it is wanted. */
export type WayToStripe = { readonly kind: 'link'; readonly href: string } | { readonly kind: 'made-on-click' };

/** Returns the way to the same place in the seller's Stripe Dashboard; nothing where the account has none. */
export function wayToStripe(account: Account | null, place: StripePlace): WayToStripe | undefined {
  if (account === null) return undefined;
  const { type, links } = account.dashboard;
  if (type === 'express') return { kind: 'made-on-click' };
  if (type === 'none' || links === undefined) return undefined;
  const pattern = links[place.to];
  return { kind: 'link', href: 'id' in place ? pattern.replace('{id}', encodeURIComponent(place.id)) : pattern };
}
