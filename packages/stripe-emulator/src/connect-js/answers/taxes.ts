import type { Address, TaxRegistration } from '../../world/state.ts';
import { registrationKindsOf, taxCountries } from '../../world/tax-places.ts';
import { registrationStatus, stateOf } from '../../world/tax-registrations.ts';
import { taxSettingsOf } from '../../world/tax-settings.ts';
import type { World } from '../../world/world.ts';
import type { TaxRegistrationRow, TaxRegistrations, TaxSettings, TypedAddress } from '../frame-data.ts';

/** Tells how an account collects taxes. */
export function taxSettings(world: World, account: string): TaxSettings {
  const { headOffice, taxBehavior, taxCode } = taxSettingsOf(world, account);
  return {
    headOffice: headOffice === null ? null : typed(headOffice),
    taxBehavior: taxBehavior ?? '',
    taxCode: taxCode ?? '',
    countries: taxCountries(),
  };
}

function typed({ city, country, line1, line2, postal_code: postalCode, state }: Address): TypedAddress {
  return {
    city: city ?? '',
    country: country ?? '',
    line1: line1 ?? '',
    line2: line2 ?? '',
    postal_code: postalCode ?? '',
    state: state ?? '',
  };
}

/** Tells where an account collects taxes, and where it could. */
export function taxRegistrations(world: World, account: string): TaxRegistrations {
  const newest = world.store.all('tax_registration', account).toReversed();
  const rows = newest.map((registration) => rowOf(world, registration));
  return {
    rows: [...rows.filter(({ status }) => status !== 'expired'), ...rows.filter(({ status }) => status === 'expired')],
    places: taxCountries().map((country) => ({ country, kinds: registrationKindsOf(country) })),
  };
}

function rowOf(world: World, registration: TaxRegistration): TaxRegistrationRow {
  const { id, country, options, activeFromUnix, expiresUnix } = registration;
  return {
    id,
    country,
    state: stateOf(registration),
    kind: String(options['type']),
    status: registrationStatus(world, registration),
    fromUnix: activeFromUnix,
    endUnix: expiresUnix,
  };
}
