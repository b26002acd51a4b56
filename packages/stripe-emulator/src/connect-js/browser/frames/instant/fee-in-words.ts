import { formatMoney } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';

/** Says what sending at once costs. */
export function feeInWords({ fee, currency }: Pick<InstantOffer, 'currency' | 'fee'>, locale?: string): string {
  if (fee === null) return 'There is no fee for you.';
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    fee.basisPoints / 10_000,
  );
  const least = fee.minimumMinor === 0 ? '' : `, at least ${formatMoney(fee.minimumMinor, currency, locale)}`;
  return `The fee is ${rate}${least}.`;
}
