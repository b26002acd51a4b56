/** What the emulator knows of countries: the currency that accounts there begin with. */
const CURRENCIES: Readonly<Record<string, string>> = {
  AE: 'aed', AU: 'aud', BG: 'bgn', BR: 'brl', CA: 'cad', CH: 'chf', CZ: 'czk', DK: 'dkk', GB: 'gbp', GI: 'gbp', HK: 'hkd', HU: 'huf',
  IN: 'inr', JP: 'jpy', LI: 'chf', MX: 'mxn', MY: 'myr', NO: 'nok', NZ: 'nzd', PL: 'pln', RO: 'ron', SE: 'sek', SG: 'sgd',
  TH: 'thb', US: 'usd',
}; // prettier-ignore

const EURO_COUNTRIES = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));

/** Returns the currency of accounts in a country; undefined where Stripe opens none. */
export function currencyOfCountry(country: string): string | undefined {
  return EURO_COUNTRIES.has(country) ? 'eur' : CURRENCIES[country];
}

/** Days from a charge until it can be paid out. */
export function settlementDays(country: string): number {
  if (country === 'US' || country === 'AU') return 2;
  return country === 'JP' || country === 'BR' ? 4 : 3;
}
