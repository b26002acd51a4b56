/**
 * Currencies as Stripe counts them: lower-case ISO 4217 codes with Stripe's own number of decimals.
 *
 * `Intl` must not be asked: it says 0 decimals for HUF, ISK, UGX, IDR, COP and others that Stripe takes times 100, and
 * a wrong exponent is a hundredfold error.
 *
 * @see https://docs.stripe.com/currencies
 */

const zeroDecimal = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf';
const threeDecimal = 'bhd jod kwd omr tnd';
const twoDecimal =
  'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve ' +
  'czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd kzt ' +
  'lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln ' +
  'qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ugx usd uyu uzs wst xcd ' +
  'yer zar zmw';

type Exponent = 0 | 2 | 3;

const exponents = new Map<string, Exponent>([
  ...zeroDecimal.split(' ').map((code) => [code, 0] as const),
  ...twoDecimal.split(' ').map((code) => [code, 2] as const),
  ...threeDecimal.split(' ').map((code) => [code, 3] as const),
]);

declare const currencyBrand: unique symbol;

/** A lower-case ISO 4217 code that Stripe can charge in. */
export type Currency = string & { readonly [currencyBrand]: never };

/** Every currency Stripe can charge in, in the order of their codes. */
export const currencies: readonly Currency[] = [...exponents.keys()].filter(isCurrency).toSorted();

/** Says whether Stripe can charge in this lower-case code. */
export function isCurrency(code: string): code is Currency {
  return exponents.has(code);
}

/**
 * Returns the code as a {@link Currency}.
 *
 * @throws {RangeError} when Stripe has no such currency.
 */
export function currency(code: string): Currency {
  const lower = code.toLowerCase();
  if (!isCurrency(lower)) throw new RangeError(`"${code}" is not a currency Stripe can charge in`);
  return lower;
}

/** Returns how many decimals one unit of the currency has on Stripe's wire: 0, 2 or 3. */
export function exponentOf(code: Currency): Exponent {
  const exponent = exponents.get(code);
  if (exponent === undefined) throw new RangeError(`"${code}" is not a currency Stripe can charge in`);
  return exponent;
}

/**
 * Amounts on the wire must be a multiple of this many minor units.
 *
 * ISK and UGX became currencies without decimals but kept two on the wire; three-decimal amounts are settled to two.
 */
export function chargeStepOf(code: Currency): bigint {
  if (code === 'isk' || code === 'ugx') return 100n;
  return exponentOf(code) === 3 ? 10n : 1n;
}

/** Payouts must be a multiple of this many minor units: HUF and TWD are paid out in whole units only. */
export function payoutStepOf(code: Currency): bigint {
  return code === 'huf' || code === 'twd' ? 100n : chargeStepOf(code);
}

// prettier-ignore
const smallestCharges: Readonly<Record<string, bigint>> = {
  aed: 200n, aud: 50n, bgn: 100n, brl: 50n, cad: 50n, chf: 50n, czk: 1500n, dkk: 250n, eur: 50n, gbp: 30n,
  hkd: 400n, huf: 17500n, inr: 50n, jpy: 50n, mxn: 1000n, myr: 200n, nok: 300n, nzd: 50n, pln: 200n, ron: 200n,
  sek: 300n, sgd: 50n, thb: 1000n, usd: 50n,
};

/**
 * Returns the smallest charge Stripe takes in minor units, or one step where Stripe publishes none for the currency.
 *
 * @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export function smallestChargeOf(code: Currency): bigint {
  return smallestCharges[code] ?? chargeStepOf(code);
}

/** The largest amount Stripe takes in most currencies: eight digits of minor units. */
export const LARGEST_CHARGE_MINOR = 99_999_999n;
