import { invalidParam } from '../wire/stripe-error.ts';
import { emit } from './events.ts';
import type { Address, TaxSettings } from './state.ts';
import { subdivisionsOf } from './subdivisions.ts';
import { taxCountries } from './tax-places.ts';
import type { World } from './world.ts';

/** What may be changed of how an account collects taxes; what is left out stays. */
export type TaxSettingsChange = Partial<Pick<TaxSettings, 'headOffice' | 'taxBehavior' | 'taxCode'>>;

/** What is wrong with an address, by its field. */
export type AddressProblems = Readonly<Partial<Record<keyof Address, string>>>;

/** Returns how an account collects taxes; nothing is chosen until it says so. */
export function taxSettingsOf({ store }: World, account: string): TaxSettings {
  const id = idOf(account);
  const nothing = { id, account, createdUnix: 0, headOffice: null, taxBehavior: null, taxCode: null };
  return store.find('tax_settings', id) ?? nothing;
}

/**
 * Changes how an account collects taxes.
 *
 * @throws {StripeError} for an address that is not complete, or a tax code that cannot be one.
 */
export function changeTaxSettings(world: World, account: string, change: TaxSettingsChange): TaxSettings {
  if (change.headOffice) requireAddress(change.headOffice);
  if (typeof change.taxCode === 'string' && !/^txcd_\d{8}$/u.test(change.taxCode))
    throw invalidParam(`No such tax code: '${change.taxCode}'`, 'defaults[tax_code]', 'resource_missing');
  const id = idOf(account);
  const { store, clock } = world;
  const known = store.find('tax_settings', id);
  const before = known && world.render(world, 'tax_settings', known);
  const settings =
    before === undefined
      ? store.insert('tax_settings', { ...taxSettingsOf(world, account), createdUnix: clock.nowUnix(), ...change })
      : store.update('tax_settings', id, change);
  emit(world, 'tax.settings.updated', 'tax_settings', id, before);
  return settings;
}

/** Says what an address of a head office still lacks. The rules are the emulator's own, near to Stripe's. */
export function addressProblems({ country, line1, city, postal_code: postalCode, state }: Address): AddressProblems {
  const needsState = subdivisionsOf(country ?? '').length > 0;
  return {
    ...(!taxCountries().includes(country ?? '') && { country: 'Choose a country.' }),
    ...(isMissing(line1) && { line1: 'Enter the street and number.' }),
    ...(isMissing(city) && { city: 'Enter the city.' }),
    ...(!isPostalCode(country, postalCode) && { postal_code: postalProblem(country) }),
    ...(needsState && !isState(country, state) && { state: 'Choose a state or province.' }),
  };
}

function requireAddress(address: Address): void {
  for (const [field, problem] of Object.entries(addressProblems(address)))
    throw invalidParam(problem, `head_office[address][${field}]`);
}

function isMissing(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function isState(country: string | null, state: string | null): boolean {
  return subdivisionsOf(country ?? '').some(([code]) => code === state);
}

const POSTAL_CODES: Readonly<Record<string, RegExp>> = {
  US: /^\d{5}(?:-\d{4})?$/u,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/iu,
};

function isPostalCode(country: string | null, code: string | null): boolean {
  // The Emirates have none.
  if (country === 'AE') return true;
  return !isMissing(code) && (POSTAL_CODES[country ?? '']?.test(code?.trim() ?? '') ?? true);
}

function postalProblem(country: string | null): string {
  return country === 'US' ? 'Enter a ZIP code, for example 94107.' : 'Enter the postal code.';
}

function idOf(account: string): string {
  return account.replace('acct_', 'taxset_');
}
