/** What an instant payout costs, and how much may leave: the platform's terms with Stripe. */
export interface InstantTerms {
  /** Whether the platform offers instant payouts at all. */
  readonly offered: boolean;
  readonly basisPoints: number;
  /** The least that one costs, in the currency's minor unit. */
  readonly minimumMinor: number;
  /** The most that one payout may take, in minor units. */
  readonly mostMinor: number;
  /** The most that all accounts together may take on one day in one currency, in minor units. */
  readonly dailyMinor: number;
}

type Price = Pick<InstantTerms, 'basisPoints' | 'minimumMinor'>;

/** Returns what an instant payout costs; it is taken from the balance on top of the amount that is sent. */
export function instantFee({ basisPoints, minimumMinor }: Price, amount: number): number {
  return Math.max(minimumMinor, Math.round((amount * basisPoints) / 10_000));
}

/** Returns the largest amount that can be sent out of some funds so that its fee can be paid as well. */
export function largestWithin(price: Price, funds: number): number {
  const fits = (amount: number): boolean => amount + instantFee(price, amount) <= funds;
  let amount = Math.floor((funds * 10_000) / (10_000 + price.basisPoints));
  amount = Math.min(amount, funds - price.minimumMinor);
  while (amount > 0 && !fits(amount)) amount -= 1;
  while (amount >= 0 && fits(amount + 1)) amount += 1;
  return Math.max(amount, 0);
}
