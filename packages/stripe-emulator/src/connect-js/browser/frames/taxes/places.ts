import { subdivisionsOf } from '../../../../world/subdivisions.ts';
import type { SelectOption } from '../ui/labelled-field.tsx';

/** Reads a list of countries that the page sets; undefined where it sets none, and means all. */
export function countriesOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((country) => typeof country === 'string').map((country) => country.toUpperCase());
}

/** Offers countries by their names; one that was chosen before stays, whatever the page offers now. */
export function countryOptions(
  known: readonly string[],
  wanted: unknown,
  chosen: string,
  locale?: string,
): SelectOption[] {
  const offered = countriesOf(wanted);
  const shown = known.filter((country) => offered?.includes(country) ?? true);
  const all = chosen === '' || shown.includes(chosen) ? shown : [...shown, chosen];
  const options = all.map((country): SelectOption => [country, countryName(country, locale)]);
  return options.toSorted(([, one], [, other]) => one.localeCompare(other, locale));
}

export function countryName(country: string, locale?: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
}

/** Names a place: a state within its country, or the country. */
export function placeName(country: string, state: string | null, locale?: string): string {
  const name = subdivisionsOf(country).find(([code]) => code === state)?.[1];
  return name === undefined ? countryName(country, locale) : `${name}, ${countryName(country, locale)}`;
}
