import type { Charge } from '@sellerdesk/contract';
import { currency, formatMoney, moneyFromJson } from '@sellerdesk/money';

/** One thing worth knowing about a charge. */
export type ChargeFact =
  { readonly label: string; readonly text: string } | { readonly label: string; readonly moment: string };

/** Returns what is worth knowing about a charge, in the order it is asked for. */
export function chargeFacts(charge: Charge, platformName: string, locale?: string): readonly ChargeFact[] {
  const fee = formatMoney(moneyFromJson(charge.platformFeeMinor, currency(charge.currency)), locale);
  return [
    { label: 'For', text: charge.description },
    ...(charge.customerEmail === null ? [] : [{ label: 'Customer', text: charge.customerEmail }]),
    { label: `${platformName} fee`, text: fee },
    { label: 'Created', moment: charge.createdAt },
    ...(charge.paidAt === null ? [] : [{ label: 'Paid', moment: charge.paidAt }]),
    ...(charge.state === 'waiting' && charge.expiresAt !== null
      ? [{ label: 'Link works until', moment: charge.expiresAt }]
      : []),
  ];
}
