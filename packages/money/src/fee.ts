import { chargeStepOf } from './currency.ts';
import { type Money, money, subtract } from './money.ts';

/** What the platform takes from a charge: a share in basis points (1/100 of a percent), but at least the minimum. */
export interface FeePolicy {
  /** 0–10,000; 250 is 2.5 %. */
  readonly basisPoints: number;
  /** Minor units of the charge's own currency; currencies not named have no minimum. */
  readonly minimumMinor: Readonly<Record<string, number>>;
}

/**
 * Returns the platform's fee on a charge, in the charge's currency.
 *
 * The share is rounded half up to an amount the currency can be charged in (a penny, a whole króna, ten fils), raised to
 * the minimum rounded up to such an amount, and never exceeds the charge.
 */
export function platformFee(amount: Money, policy: FeePolicy): Money {
  const step = chargeStepOf(amount.currency);
  const share = shareOf(amount.minor, policy.basisPoints, step);
  const minimum = roundedUp(BigInt(policy.minimumMinor[amount.currency] ?? 0), step);
  const fee = share > minimum ? share : minimum;
  return money(fee > amount.minor ? amount.minor - (amount.minor % step) : fee, amount.currency);
}

/** What Stripe lists for a domestic card: a share and a fixed part in the country's own currency. */
interface CardPricing {
  readonly basisPoints: number;
  readonly fixedMinor: number;
  readonly currency: string;
}

/**
 * Stripe's listed prices for domestic cards by the account's country, used for estimates only: the account's own price
 * may differ. Not verified against Stripe's price pages of today.
 *
 * @see https://stripe.com/pricing
 */
// prettier-ignore
const listedPricing: Readonly<Record<string, CardPricing>> = {
  US: { basisPoints: 290, fixedMinor: 30, currency: 'usd' },
  CA: { basisPoints: 290, fixedMinor: 30, currency: 'cad' },
  AU: { basisPoints: 170, fixedMinor: 30, currency: 'aud' },
  GB: { basisPoints: 150, fixedMinor: 20, currency: 'gbp' },
  ...Object.fromEntries(
    'AT BE DE ES FI FR IE IT NL PT'.split(' ').map((country) => [country, { basisPoints: 150, fixedMinor: 25, currency: 'eur' }]),
  ),
};

/** Returns Stripe's likely fee on a domestic card, or nothing where there is no listed price to go by. */
export function estimatedStripeFee(amount: Money, country: string): Money | undefined {
  const pricing = listedPricing[country];
  if (pricing === undefined || pricing.currency !== amount.currency) return undefined;
  return money(shareOf(amount.minor, pricing.basisPoints) + BigInt(pricing.fixedMinor), amount.currency);
}

/** What becomes of a charge: what the customer pays, what is taken, and what the seller gets. */
export interface ChargeBreakdown {
  readonly amount: Money;
  readonly platformFee: Money;
  /** Nothing where Stripe's price is not known beforehand. */
  readonly stripeFee: Money | undefined;
  /** Before Stripe's fee where that is not known. */
  readonly net: Money;
}

/** Returns what the seller gets from a charge and where the rest goes. */
export function breakdownOfCharge(amount: Money, policy: FeePolicy, country: string): ChargeBreakdown {
  const fee = platformFee(amount, policy);
  const stripeFee = estimatedStripeFee(amount, country);
  const afterPlatform = subtract(amount, fee);
  return { amount, platformFee: fee, stripeFee, net: stripeFee ? subtract(afterPlatform, stripeFee) : afterPlatform };
}

/** Basis points of an amount, half up to a whole step: half of 10,000 steps is what rounds. */
function shareOf(minor: bigint, basisPoints: number, step = 1n): bigint {
  return ((minor * BigInt(basisPoints) + 5_000n * step) / (10_000n * step)) * step;
}

function roundedUp(minor: bigint, step: bigint): bigint {
  return ((minor + step - 1n) / step) * step;
}
