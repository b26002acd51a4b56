import { currencies, type Currency } from '@sellerdesk/money';

export interface CurrencyOption {
  readonly code: Currency;
  /** `GBP · British Pound` */
  readonly label: string;
}

export interface CurrencyGroup {
  readonly label: string;
  readonly options: readonly CurrencyOption[];
}

/** What most charges are made in; the rest is a long list that few ever open. */
const oftenUsed = new Set(['eur', 'gbp', 'usd', 'cad', 'aud', 'chf', 'jpy', 'sek', 'nok', 'dkk', 'pln', 'sgd', 'hkd']);

/** Returns every currency Stripe charges in, once: the account's own first, then those often used, then the others. */
export function currencyGroups(own: Currency, locale?: string): readonly CurrencyGroup[] {
  const options = currencies.map((code) => ({ code, label: currencyLabel(code, locale) }));
  const others = options.filter(({ code }) => code !== own);
  return [
    { label: 'Your currency', options: options.filter(({ code }) => code === own) },
    { label: 'Often used', options: others.filter(({ code }) => oftenUsed.has(code)) },
    { label: 'All others', options: others.filter(({ code }) => !oftenUsed.has(code)) },
  ];
}

/** Returns the currency's name as the reader's language writes it: `British Pound`. */
export function currencyName(code: Currency, locale?: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(code.toUpperCase()) ?? code.toUpperCase();
}

function currencyLabel(code: Currency, locale?: string): string {
  return `${code.toUpperCase()} · ${currencyName(code, locale)}`;
}
