import type { Problem } from './fields.ts';

/** A check says what is wrong with a value, or nothing when it is right. */
export type Check = (value: string) => Problem | undefined;

/** Demands an answer. */
export function required(then?: Check): Check {
  return (value) => (value === '' ? 'missing' : then?.(value));
}

/** Accepts the empty text and checks anything else. */
export function optional(check: Check): Check {
  return (value) => (value === '' ? undefined : check(value));
}

/** Demands a form of text. */
export function matching(form: RegExp): Check {
  return (value) => (form.test(value) ? undefined : 'wrong');
}

/** Demands one of the offered values. */
export function oneOf(options: readonly string[]): Check {
  return (value) => (options.includes(value) ? undefined : 'missing');
}

/** An e-mail address, as far as a form can tell. */
export const email = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);

/** A full web address. */
export const webAddress: Check = (value) =>
  /^https?:\/\/[^\s/]+\.[^\s/]+/.test(value) && URL.canParse(value) ? undefined : 'wrong';

/** A date of birth of somebody of at least 13 years, written YYYY-MM-DD. */
export function birthDate(now: () => Date): Check {
  return (value) => {
    const date = new Date(`${value}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime())) return 'missing';
    const youngest = new Date(now());
    youngest.setUTCFullYear(youngest.getUTCFullYear() - 13);
    return date <= youngest ? undefined : 'wrong';
  };
}

/** The check digit of card numbers (ISO/IEC 7812, Luhn). */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
