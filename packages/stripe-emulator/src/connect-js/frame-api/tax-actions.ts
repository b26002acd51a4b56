import type { Address, TaxSettings } from '../../world/state.ts';
import { hasSupplyScheme } from '../../world/tax-places.ts';
import { addTaxRegistration, expireTaxRegistration, isRegistered } from '../../world/tax-registrations.ts';
import { addressProblems, changeTaxSettings } from '../../world/tax-settings.ts';
import type { Asked } from './asked.ts';
import { textIn } from './body.ts';
import { badRequest, notFound } from './refusal.ts';

/** Saves how taxes are collected. Every field of the address is looked at, so that all of them can be mended at once. */
export function saveTaxSettings({ world, account, body }: Asked): object {
  const headOffice = addressIn(body);
  const problems = addressProblems(headOffice);
  const taxBehavior = behaviors.find((known) => known === body['taxBehavior']);
  const fields = {
    ...Object.fromEntries(Object.keys(problems).map((field) => [field, wordFor(field, headOffice.country)])),
    ...(taxBehavior === undefined && { taxBehavior: 'taxBehavior' }),
  };
  if (taxBehavior === undefined || Object.keys(problems).length > 0) throw badRequest('check_fields', fields);
  const { taxCode } = body;
  const code = typeof taxCode === 'string' && taxCode !== '' ? { taxCode } : {};
  const { id } = changeTaxSettings(world, account.id, { headOffice, taxBehavior, ...code });
  return { id };
}

const behaviors = [
  'exclusive',
  'inclusive',
  'inferred_by_currency',
] as const satisfies readonly TaxSettings['taxBehavior'][];

/** Which words say what is wrong with a field: two countries call some of them otherwise. */
function wordFor(field: string, country: string | null): string {
  if (field === 'postal_code' && country === 'US') return 'zip_code';
  return field === 'state' && country === 'CA' ? 'province' : field;
}

function addressIn(body: Asked['body']): Address {
  const field = (name: string): string | null => textIn(body, name).trim() || null;
  return {
    city: field('city'),
    country: field('country'),
    line1: field('line1'),
    line2: field('line2'),
    postal_code: field('postal_code'),
    state: field('state'),
  };
}

/** Writes down that taxes are collected somewhere, from a moment on or from now. */
export function addRegistration({ world, account, body }: Asked): object {
  const country = textIn(body, 'country');
  const state = textIn(body, 'state');
  const type = textIn(body, 'type');
  const wish = {
    country,
    options: {
      type,
      ...(country === 'US' && { state }),
      ...(hasSupplyScheme(country, type) && { standard: { place_of_supply_scheme: 'standard' } }),
    },
    activeFromUnix: beginningIn(body) ?? world.clock.nowUnix(),
    expiresUnix: null,
  };
  if (isRegistered(world, account.id, wish)) throw badRequest('check_fields', { country: 'registered' });
  return { id: addTaxRegistration(world, account.id, wish).id };
}

function beginningIn({ fromUnix }: Asked['body']): number | undefined {
  if (fromUnix === undefined) return undefined;
  if (Number.isSafeInteger(fromUnix) && Number(fromUnix) >= 0) return Number(fromUnix);
  throw badRequest('check_fields', { from: 'from' });
}

/** Taxes are not collected there any more. */
export function endRegistration({ world, account, id }: Asked): object {
  if (world.store.find('tax_registration', id)?.account !== account.id) throw notFound('no_such_tax_registration');
  return { id: expireTaxRegistration(world, id).id };
}
