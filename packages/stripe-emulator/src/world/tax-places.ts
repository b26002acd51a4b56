const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const STANDARD = 'AE AU CA CH GB IS JP NO NZ SG ZA'.split(' ');
const SIMPLIFIED = ['MX', 'MY'];

/** The kinds of registration of each country, the usual one first. Stripe has more countries and kinds than these. */
const KINDS = new Map<string, readonly string[]>([
  ...EU.map((country) => [country, ['standard', 'oss_union', 'oss_non_union', 'ioss']] as const),
  ...STANDARD.map((country) => [country, ['standard']] as const),
  ...SIMPLIFIED.map((country) => [country, ['simplified']] as const),
  ['US', ['state_sales_tax']],
]);

/** Lists the countries in which taxes can be collected. */
export function taxCountries(): readonly string[] {
  return [...KINDS.keys()].toSorted();
}

/** Lists the kinds of registration that a country has; none where it is not known. */
export function registrationKindsOf(country: string): readonly string[] {
  return KINDS.get(country) ?? [];
}

/** Whether where a sale counts is a question there: within the European Union it is. */
export function hasSupplyScheme(country: string, kind: string): boolean {
  return kind === 'standard' && EU.includes(country);
}
