import {
  breakdownOfCharge,
  type ChargeBreakdown,
  type FeePolicy,
  formatMoney,
  type Money,
  money,
} from '@sellerdesk/money';

/** One line of what becomes of a charge, with the sentence that explains it. */
export interface BreakdownLine {
  readonly name: 'customer' | 'platform' | 'stripe' | 'net';
  readonly label: string;
  readonly value: string;
  readonly explanation: string;
}

/** What the lines are worked out from. */
export interface BreakdownTerms {
  readonly platformName: string;
  readonly fee: FeePolicy;
  /** The account's country, for Stripe's listed price there. */
  readonly country: string;
}

/** Returns the four lines of a charge: what the customer pays, what is taken, and what the seller gets. */
export function breakdownLines(amount: Money, terms: BreakdownTerms, locale?: string): readonly BreakdownLine[] {
  const breakdown = breakdownOfCharge(amount, terms.fee, terms.country);
  const negative = (taken: Money): string => formatMoney(money(-taken.minor, taken.currency), locale);
  return [
    {
      name: 'customer',
      label: 'Your customer pays',
      value: formatMoney(amount, locale),
      explanation: 'Exactly this amount. Nothing is added at checkout.',
    },
    {
      name: 'platform',
      label: `${terms.platformName} fee`,
      value: negative(breakdown.platformFee),
      explanation: `${wordsOfPolicy(terms.fee, amount, locale)} Taken when your customer pays.`,
    },
    {
      name: 'stripe',
      label: breakdown.stripeFee ? 'Stripe fee, estimated' : 'Stripe fee',
      value: breakdown.stripeFee ? negative(breakdown.stripeFee) : 'Known once paid',
      explanation: wordsOfStripeFee(breakdown),
    },
    netLine(breakdown, locale),
  ];
}

function netLine({ stripeFee, net }: ChargeBreakdown, locale?: string): BreakdownLine {
  const value = formatMoney(net, locale);
  return stripeFee
    ? {
        name: 'net',
        label: 'You get about',
        value,
        explanation:
          'What reaches your balance after both fees. The exact figure stands on the payment once it is paid.',
      }
    : {
        name: 'net',
        label: "You get, before Stripe's fee",
        value,
        explanation:
          "What is left after the platform's fee. Stripe's own fee comes off this once your customer has paid.",
      };
}

function wordsOfPolicy({ basisPoints, minimumMinor }: FeePolicy, amount: Money, locale?: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const share = `${percent.format(basisPoints / 10_000)} of the amount`;
  const minimum = minimumMinor[amount.currency] ?? 0;
  if (minimum === 0) return `${share}.`;
  return `${share}, but at least ${formatMoney(money(BigInt(minimum), amount.currency), locale)}.`;
}

function wordsOfStripeFee({ stripeFee }: ChargeBreakdown): string {
  return stripeFee
    ? "Stripe's listed price for a card from your country. Other cards and ways to pay can cost more or less."
    : 'It depends on how your customer pays, and stands on the payment once it is paid.';
}
