import type { Charge, ChargeState } from '@sellerdesk/contract';
import { currency, formatMoney, moneyFromJson } from '@sellerdesk/money';

interface ChargeBadge {
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly badge: string;
}

/** How a charge stands, in the short word of a badge. */
export const chargeBadges: Readonly<Record<ChargeState, ChargeBadge>> = {
  creating: { tone: 'neutral', badge: 'Creating' },
  unknown: { tone: 'warning', badge: 'Checking' },
  waiting: { tone: 'neutral', badge: 'Waiting' },
  processing: { tone: 'neutral', badge: 'Processing' },
  paid: { tone: 'positive', badge: 'Paid' },
  expired: { tone: 'warning', badge: 'Expired' },
  canceled: { tone: 'neutral', badge: 'Cancelled' },
  failed: { tone: 'danger', badge: 'Not created' },
  disconnected: { tone: 'warning', badge: 'Disconnected' },
};

/** Returns the amount a customer pays, as people write it. */
export function amountOfCharge(charge: Pick<Charge, 'amountMinor' | 'currency'>, locale?: string): string {
  return formatMoney(moneyFromJson(charge.amountMinor, currency(charge.currency)), locale);
}
