import type Stripe from 'stripe';
import type { TaxRegistration } from '../world/state.ts';
import {
  addTaxRegistration,
  changeTaxRegistration,
  expireTaxRegistration,
  type RegistrationStatus,
  registrationStatus,
} from '../world/tax-registrations.ts';
import type { World } from '../world/world.ts';
import { listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { integer, oneOf, type Param, type ParamTable, record, required, text } from '../wire/params.ts';
import { given } from '../wire/given.ts';

const momentOrNow: Param<number | 'now'> = {
  required: false,
  read: (raw, path) => (raw === 'now' ? 'now' : integer({ min: 0 }).read(raw, path)),
};

/** A moment, now, or an empty text that takes it away. */
const momentNowOrNever: Param<number | 'now' | 'never'> = {
  required: false,
  read: (raw, path) => (raw === '' ? 'never' : momentOrNow.read(raw, path)),
};

/** What a country wants to know is different for each: it is kept as it is. */
const options: Param<Readonly<Record<string, unknown>>> = {
  required: false,
  read: (raw) => (typeof raw === 'object' && raw !== null ? { ...raw } : {}),
};

/** Where an account collects taxes; the same that the tax registrations component shows. */
export const taxRegistrationOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/tax/registrations',
    params: { ...listParams, status: oneOf('active', 'all', 'expired', 'scheduled') },
    run: (call) => {
      const { status = 'all', limit = 10, starting_after: after } = call.params;
      const all = call.world.store.all('tax_registration', call.account).toReversed();
      const listed = status === 'all' ? all : all.filter((one) => registrationStatus(call.world, one) === status);
      const from = after === undefined ? 0 : listed.findIndex(({ id }) => id === after) + 1;
      const data = listed.slice(from, from + limit).map((one) => taxRegistrationToWire(call.world, one));
      return { object: 'list', url: '/v1/tax/registrations', has_more: from + limit < listed.length, data };
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/tax/registrations',
    params: {
      active_from: required(momentOrNow),
      country: required(text({ max: 2 })),
      country_options: required(record(options)),
      expires_at: integer({ min: 0 }),
    },
    run: ({ world, account, params }) => {
      const country = params.country.toUpperCase();
      const wish = {
        country,
        options: params.country_options[country.toLowerCase()] ?? {},
        activeFromUnix: momentOf(world, params.active_from),
        expiresUnix: params.expires_at ?? null,
      };
      return taxRegistrationToWire(world, addTaxRegistration(world, account, wish));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/tax/registrations/:id',
    params: {},
    run: (call) => taxRegistrationToWire(call.world, registrationOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/tax/registrations/:id',
    params: { active_from: momentOrNow, expires_at: momentNowOrNever },
    run: (call) => {
      const { world, params } = call;
      const { id } = registrationOf(call);
      const { active_from: from, expires_at: end } = params;
      if (end === 'now') return taxRegistrationToWire(world, expireTaxRegistration(world, id));
      const change = given({
        activeFromUnix: from === undefined ? undefined : momentOf(world, from),
        expiresUnix: end === 'never' ? null : end,
      });
      return taxRegistrationToWire(world, changeTaxRegistration(world, id, change));
    },
  }),
];

function registrationOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): TaxRegistration {
  return resource(call, 'tax_registration', call.path['id'] ?? '');
}

function momentOf({ clock }: World, moment: number | 'now'): number {
  return moment === 'now' ? clock.nowUnix() : moment;
}

/** A registration in Stripe's form; which options a country has is said by whoever made it, not by a type. */
type WireRegistration = Omit<Stripe.Tax.Registration, 'country_options' | 'status'> & {
  readonly country_options: Readonly<Record<string, object>>;
  readonly status: RegistrationStatus;
};

export function taxRegistrationToWire(world: World, registration: TaxRegistration): WireRegistration {
  const { id, activeFromUnix, country, options: chosen, createdUnix, expiresUnix } = registration;
  return {
    id,
    object: 'tax.registration',
    active_from: activeFromUnix,
    country,
    country_options: { [country.toLowerCase()]: chosen },
    created: createdUnix,
    expires_at: expiresUnix,
    livemode: world.settings.livemode,
    status: registrationStatus(world, registration),
  };
}
