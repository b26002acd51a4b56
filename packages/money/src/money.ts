import { type Currency, exponentOf } from './currency.ts';

/** An amount in integer minor units of one currency; what "minor" means is {@link exponentOf} the currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Returns the amount of so many minor units. */
export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

/**
 * Returns the amount a JSON number of minor units stands for.
 *
 * @throws {RangeError} when the number is not a safe integer.
 */
export function moneyFromJson(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`);
  return { minor: BigInt(minor), currency };
}

/**
 * Returns the minor units as a JSON number.
 *
 * @throws {RangeError} when JSON could not carry the amount exactly.
 */
export function minorToJson(amount: Money): number {
  const minor = Number(amount.minor);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${amount.minor} minor units do not fit a JSON number`);
  return minor;
}

/**
 * Returns the sum.
 *
 * @throws {RangeError} when the currencies differ.
 */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/**
 * Returns `a` less `b`.
 *
 * @throws {RangeError} when the currencies differ.
 */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Returns the amount in major units as a decimal string: `1234n` usd is `"12.34"`, `1234n` jpy is `"1234"`. */
export function decimalFromMoney(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const sign = amount.minor < 0n ? '-' : '';
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${sign}${whole}${fraction}`;
}

/** Returns the amount as people of the locale write it, with its currency: `£12.34`. */
export function formatMoney(amount: Money, locale?: string): string {
  const decimal = decimalFromMoney(amount);
  if (!isNumeric(decimal)) throw new RangeError(`${decimal} is not a number`);
  const exponent = exponentOf(amount.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency.toUpperCase(),
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(decimal);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added`);
}

/** `Intl` formats a numeric string exactly, where a number would already be rounded. */
function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/u.test(text);
}
