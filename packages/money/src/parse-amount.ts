import { chargeStepOf, type Currency, exponentOf, LARGEST_CHARGE_MINOR, smallestChargeOf } from './currency.ts';
import { type Money, money } from './money.ts';

/** Why a typed amount cannot be charged. */
export type AmountProblem =
  | { readonly reason: 'empty' | 'not_a_number' | 'ambiguous' }
  | { readonly reason: 'too_many_decimals'; readonly decimals: number }
  | { readonly reason: 'not_a_step' | 'too_small' | 'too_large'; readonly limit: Money };

/** A typed amount: the money it means, or why it means none. */
export type ParsedAmount = { readonly money: Money } | { readonly problem: AmountProblem };

/**
 * Reads an amount in major units as a person types it: `12`, `12.5`, `12,50`, `1,234.50`, `1 234,50`.
 *
 * A lone separator followed by exactly three digits is refused as ambiguous where the currency has two decimals or
 * none: `1.234` is a thousand to one reader and a bit over one to another, and money must not be guessed.
 */
export function parseAmount(text: string, currency: Currency): ParsedAmount {
  const compact = text.replaceAll(/[\s'’]/gu, '');
  if (compact === '') return { problem: { reason: 'empty' } };
  if (!/^\d[\d.,]*$|^[.,]\d+$/u.test(compact)) return { problem: { reason: 'not_a_number' } };
  const parts = splitDecimals(compact, exponentOf(currency));
  if ('reason' in parts) return { problem: parts };
  return minorFromParts(parts, currency);
}

/** Says why an amount cannot be charged in its currency, or nothing when it can. */
export function problemOfCharge(amount: Money): AmountProblem | undefined {
  const { currency, minor } = amount;
  const smallest = smallestChargeOf(currency);
  if (minor < smallest) return { reason: 'too_small', limit: money(smallest, currency) };
  if (minor > LARGEST_CHARGE_MINOR) return { reason: 'too_large', limit: money(LARGEST_CHARGE_MINOR, currency) };
  const step = chargeStepOf(currency);
  return minor % step === 0n ? undefined : { reason: 'not_a_step', limit: money(step, currency) };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
}

function splitDecimals(text: string, exponent: number): Parts | AmountProblem {
  const separators = [...text.matchAll(/[.,]/gu)];
  const last = separators.at(-1);
  if (last === undefined) return { whole: text, fraction: '' };
  const fraction = text.slice(last.index + 1);
  const repeated = separators.filter(([separator]) => separator === last[0]).length > 1;
  if (repeated) return groupedWhole(text, last[0]);
  const whole = text.slice(0, last.index);
  if (separators.length > 1 && !isGrouped(whole)) return { reason: 'not_a_number' };
  if (separators.length === 1 && fraction.length === 3 && exponent !== 3) return { reason: 'ambiguous' };
  return { whole: whole.replaceAll(/[.,]/gu, ''), fraction };
}

function groupedWhole(text: string, separator: string): Parts | AmountProblem {
  const alone = text.split('').every((char) => /\d/u.test(char) || char === separator);
  return alone && isGrouped(text)
    ? { whole: text.replaceAll(separator, ''), fraction: '' }
    : { reason: 'not_a_number' };
}

function isGrouped(whole: string): boolean {
  return /^\d{1,3}(?:[.,]\d{3})+$/u.test(whole) && new Set(whole.match(/[.,]/gu)).size === 1;
}

function minorFromParts({ whole, fraction }: Parts, currency: Currency): ParsedAmount {
  const exponent = exponentOf(currency);
  const digits = fraction.replace(/0+$/u, '');
  if (digits.length > exponent) return { problem: { reason: 'too_many_decimals', decimals: exponent } };
  const amount = money(BigInt(`${whole || '0'}${digits.padEnd(exponent, '0')}`), currency);
  const problem = problemOfCharge(amount);
  return problem === undefined ? { money: amount } : { problem };
}
