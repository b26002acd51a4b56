import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';
import type { TaxRegistration } from './state.ts';
import { subdivisionsOf } from './subdivisions.ts';
import { registrationKindsOf } from './tax-places.ts';
import { born, type World } from './world.ts';

export type NewTaxRegistration = Pick<TaxRegistration, 'activeFromUnix' | 'country' | 'expiresUnix' | 'options'>;

export type RegistrationStatus = 'active' | 'expired' | 'scheduled';

/** Says how a registration stands at this moment. */
export function registrationStatus({ clock }: World, registration: TaxRegistration): RegistrationStatus {
  const now = clock.nowUnix();
  if (registration.expiresUnix !== null && registration.expiresUnix <= now) return 'expired';
  return registration.activeFromUnix > now ? 'scheduled' : 'active';
}

/** The state of a registration within a country; null where the whole country is meant. */
export function stateOf({ options }: Pick<TaxRegistration, 'options'>): string | null {
  const { state } = options;
  return typeof state === 'string' ? state : null;
}

/**
 * Writes down that an account collects taxes somewhere.
 *
 * @throws {StripeError} for a country, state or kind that is not known, or where it is registered already.
 */
export function addTaxRegistration(world: World, account: string, wish: NewTaxRegistration): TaxRegistration {
  requirePlace(wish);
  if (isRegistered(world, account, wish))
    throw invalidRequest('You are registered there already. End that registration first.', { param: 'country' });
  requireOrder(wish);
  return world.store.insert('tax_registration', { ...born(world, 'taxreg', account), ...wish });
}

/** Says whether an account collects taxes there already. */
export function isRegistered(world: World, account: string, wish: NewTaxRegistration): boolean {
  const known = world.store.all('tax_registration', account, { country: wish.country });
  return known.some((other) => registrationStatus(world, other) !== 'expired' && isSamePlace(other, wish));
}

/**
 * Changes when a registration begins or ends.
 *
 * @throws {StripeError} once it has ended, or where the end would be before the beginning.
 */
export function changeTaxRegistration(
  world: World,
  id: string,
  change: Partial<Pick<TaxRegistration, 'activeFromUnix' | 'expiresUnix'>>,
): TaxRegistration {
  const registration = world.store.get('tax_registration', id);
  if (registrationStatus(world, registration) === 'expired')
    throw invalidRequest('This registration has ended; an ended one cannot be changed.');
  requireOrder({ ...registration, ...change });
  return world.store.update('tax_registration', id, change);
}

/** Ends a registration now; one that had not begun yet never begins. */
export function expireTaxRegistration(world: World, id: string): TaxRegistration {
  const { activeFromUnix } = world.store.get('tax_registration', id);
  const now = world.clock.nowUnix();
  return changeTaxRegistration(world, id, { expiresUnix: now, activeFromUnix: Math.min(activeFromUnix, now) });
}

function requirePlace({ country, options }: NewTaxRegistration): void {
  const kinds = registrationKindsOf(country);
  const path = `country_options[${country.toLowerCase()}]`;
  if (kinds.length === 0) throw invalidParam('Choose a country in which taxes can be collected.', 'country');
  if (!kinds.includes(String(options['type']))) throw invalidParam('Choose the kind of registration.', `${path}[type]`);
  const isState = (code: string): boolean => subdivisionsOf(country).some(([known]) => known === code);
  if (country === 'US' && !isState(stateOf({ options }) ?? '')) throw invalidParam('Choose a state.', `${path}[state]`);
}

function isSamePlace(one: Pick<TaxRegistration, 'options'>, other: Pick<TaxRegistration, 'options'>): boolean {
  return stateOf(one) === stateOf(other) && one.options['type'] === other.options['type'];
}

function requireOrder({ activeFromUnix, expiresUnix }: Pick<TaxRegistration, 'activeFromUnix' | 'expiresUnix'>): void {
  if (expiresUnix !== null && expiresUnix < activeFromUnix)
    throw invalidParam('A registration cannot end before it begins.', 'expires_at');
}
