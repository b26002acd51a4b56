/**
 * The smallest charge of each currency, in its minor unit. Written down here on purpose: the emulator shares no table with
 * the product it is there to check.
 *
 * @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
const MINIMUMS: Readonly<Record<string, number>> = {
  aed: 200, aud: 50, bgn: 100, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30, hkd: 400, huf: 17_500,
  inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000, usd: 50,
}; // prettier-ignore

/** Further currencies that can be charged but have no minimum of their own. */
const OTHERS = new Set(
  'all ars bhd bob clp cop crc dop egp gel idr ils isk jod kes krw kwd lkr mad mur ngn omr pen php pyg qar rsd sar tnd try twd uah ugx uyu vnd zar'.split(
    ' ',
  ),
);

/** Currencies without a minor unit, as the API takes their amounts. */
const ZERO_DECIMAL = new Set('clp jpy krw pyg ugx vnd'.split(' '));

const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));

/** Says whether something can be charged in a currency. */
export function isCurrency(code: string): boolean {
  return Object.hasOwn(MINIMUMS, code) || OTHERS.has(code);
}

/** Says whether amounts in a currency end in a zero: it has three decimals, and Stripe takes two of them. */
export function endsInZero(currency: string): boolean {
  return THREE_DECIMAL.has(currency);
}

/** Lists the codes of all currencies. */
export function currencies(): readonly string[] {
  return [...Object.keys(MINIMUMS), ...OTHERS].toSorted();
}

/** Returns the smallest amount that can be charged. */
export function smallestCharge(currency: string): number {
  return MINIMUMS[currency] ?? 1;
}

/** Writes an amount as Stripe's refusals do: `$0.50 usd`. */
export function amountInWords(amount: number, currency: string): string {
  const digits = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
  const sign = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return `${sign ?? ''}${(amount / 10 ** digits).toFixed(digits)} ${currency}`;
}
