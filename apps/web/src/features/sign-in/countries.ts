/**
 * Countries where a business can open a Stripe account, by ISO 3166-1 alpha-2 code.
 *
 * India is left out: new accounts there are by invitation. Stripe has the last word when the account is made.
 *
 * @see https://stripe.com/global
 */
const codes =
  'AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE ' +
  'SG SI SK TH US';

export const stripeCountries: readonly string[] = codes.split(' ');

export interface CountryOption {
  readonly code: string;
  readonly name: string;
}

/** Returns the countries by name, in the order a reader of the locale looks for them. */
export function countryOptions(locale?: string): readonly CountryOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return stripeCountries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** Returns the country a browser's languages speak of, where Stripe has accounts there: `en-GB` is GB. */
export function likelyCountry(languages: readonly string[]): string | undefined {
  const regions = languages.map((language) => /-([A-Z]{2})$/u.exec(language)?.[1]);
  return regions.find((region) => region !== undefined && stripeCountries.includes(region));
}
