/** Currencies that Stripe counts in whole units, and in thousandths. ISK and UGX are hundredths on the wire. */
const WHOLE = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const THOUSANDTHS = new Set('bhd jod kwd omr tnd'.split(' '));

/** Says how many decimals an amount on Stripe's wire has. */
export function decimalsOf(currency: string): number {
  if (WHOLE.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
}

/** Writes an amount in minor units with its currency, for example `€1,234.50`. */
export function formatMoney(amount: number, currency: string, locale?: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}

/** Writes an amount as one types it: `1234.50`, or with the locale's own decimal sign. */
export function typedAmount(amount: number, currency: string, locale = 'en'): string {
  const decimals = decimalsOf(currency);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false };
  // What is typed is read in Western digits only.
  return new Intl.NumberFormat(locale, { ...digits, numberingSystem: 'latn' }).format(amount / 10 ** decimals);
}

/** Reads what was typed into minor units; undefined when it is no amount of this currency. */
export function amountFromTyped(typed: string, currency: string): number | undefined {
  const decimals = decimalsOf(currency);
  const match = /^(\d{1,10})(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > decimals) return undefined;
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** Writes a day as people say it; the year only when it is not this one. */
export function formatDay(unix: number, locale?: string, now = new Date()): string {
  const date = new Date(unix * 1000);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** Writes a moment to the minute. */
export function formatMoment(unix: number, locale?: string, now = new Date()): string {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(unix * 1000);
  return `${formatDay(unix, locale, now)}, ${time}`;
}

/** Writes a moment in full, with the zone. */
export function formatExactly(unix: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(unix * 1000);
}
