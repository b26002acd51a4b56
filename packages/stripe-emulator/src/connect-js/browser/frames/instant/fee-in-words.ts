import { formatMoney } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';
import type { Words } from '../../../../words/english.ts';

type Priced = Pick<InstantOffer, 'currency' | 'fee'>;

/** Says what sending at once costs. */
export function feeInWords({ fee, currency }: Priced, { payouts: { instant } }: Words, locale: string): string {
  if (fee === null) return instant.noFee;
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    fee.basisPoints / 10_000,
  );
  return fee.minimumMinor === 0
    ? instant.fee(rate)
    : instant.feeAtLeast(rate, formatMoney(fee.minimumMinor, currency, locale));
}
