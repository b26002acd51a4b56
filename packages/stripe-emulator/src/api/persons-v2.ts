import { given } from '../wire/given.ts';
import type Stripe from 'stripe';
import { addPerson, changePerson, type PersonChange, removePerson } from '../world/persons.ts';
import type { Address, Person } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { spendAccountToken } from '../world/account-tokens.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import {
  bool,
  ignored,
  list,
  metadata,
  object,
  type ParamsOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { ownAccount } from './connected-account.ts';
import { addressFrom, addressParam } from './address.ts';
import { birthday } from './birthday.ts';
import { pageParams, pageV2 } from './page-v2.ts';
import { changeableAccount, personOf } from './persons.ts';

/** What a token can say of a person. */
export const tokenParams = {
  additional_addresses: ignored(),
  additional_names: ignored(),
  additional_terms_of_service: ignored(),
  address: addressParam,
  date_of_birth: birthday,
  documents: ignored(),
  email: text(),
  given_name: text(),
  id_numbers: list(object({ type: required(text()), value: required(text()) })),
  legal_gender: ignored(),
  metadata: metadata(),
  nationalities: list(text()),
  phone: text(),
  political_exposure: ignored(),
  relationship: object({
    authorizer: bool(),
    director: bool(),
    executive: bool(),
    legal_guardian: bool(),
    owner: bool(),
    percent_ownership: text(),
    representative: bool(),
    title: text(),
  }),
  script_addresses: ignored(),
  script_names: ignored(),
  surname: text(),
} as const satisfies ParamTable;

const personParams = { ...tokenParams, person_token: text() } as const satisfies ParamTable;

/** Who is behind an account, in API v2: another view of the same persons. */
export const personV2Operations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v2/core/accounts/:id/persons',
    params: personParams,
    run: (call) =>
      personToV2Wire(call.world, addPerson(call.world, changeableAccount(call), changeFrom(withToken(call)))),
  }),
  operation({
    method: 'GET',
    path: '/v2/core/accounts/:id/persons',
    params: pageParams,
    run: (call) => {
      const { id } = ownAccount(call);
      return pageV2({ ...call, account: id }, 'person', `/v2/core/accounts/${id}/persons`, (person) =>
        personToV2Wire(call.world, person),
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/accounts/:id/persons/:person',
    params: {},
    run: (call) => personToV2Wire(call.world, personOf(call, ownAccount(call))),
  }),
  operation({
    method: 'POST',
    path: '/v2/core/accounts/:id/persons/:person',
    params: personParams,
    run: (call) => {
      const person = personOf(call, changeableAccount(call));
      return personToV2Wire(call.world, changePerson(call.world, person, changeFrom(withToken(call))));
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v2/core/accounts/:id/persons/:person',
    params: {},
    run: (call) => {
      const { id } = personOf(call, changeableAccount(call));
      removePerson(call.world, id);
      return { id, object: 'v2.core.account_person' } satisfies Stripe.V2.DeletedObject;
    },
  }),
];

type PersonParams = ParamsOf<typeof personParams>;

/** Adds what a token says; what is said beside it comes first. */
function withToken({ world, params, path }: Call<typeof personParams>): PersonParams {
  const { person_token: token } = params;
  if (token === undefined) return params;
  const said = spendAccountToken(world, token, { about: 'person', connectedAccount: path['id'] ?? '' });
  return { ...params, ...said, ...given(params) };
}

function changeFrom(params: ParamsOf<typeof personParams>): PersonChange {
  const { address, relationship, id_numbers: idNumbers } = params;
  return {
    ...given({
      firstName: params.given_name,
      lastName: params.surname,
      email: params.email,
      phone: params.phone,
      nationality: params.nationalities?.[0],
      metadata: params.metadata,
      dob: params.date_of_birth,
      idNumber: idNumbers?.find(({ type }) => !type.endsWith('_last_4'))?.value,
    }),
    ...(address !== undefined && { address: addressFrom(address) }),
    ...(idNumbers !== undefined && {
      idNumberProvided: idNumbers.some(({ type }) => !type.endsWith('_last_4')),
      ssnLast4Provided: idNumbers.some(({ type }) => type.startsWith('us_ssn')),
    }),
    ...(relationship !== undefined && {
      relationship: given({
        authorizer: relationship.authorizer,
        director: relationship.director,
        executive: relationship.executive,
        legalGuardian: relationship.legal_guardian,
        owner: relationship.owner,
        representative: relationship.representative,
        title: relationship.title,
        percentOwnership:
          relationship.percent_ownership === undefined ? undefined : Number(relationship.percent_ownership),
      }),
    }),
  };
}

/** On the wire decimals are text; the SDK makes numbers of its own of them. */
type Relationship = Omit<Stripe.V2.Core.AccountPerson.Relationship, 'percent_ownership'> & {
  readonly percent_ownership?: string;
};
type WirePerson = Omit<Stripe.V2.Core.AccountPerson, 'relationship'> & { readonly relationship: Relationship };

function personToV2Wire(world: World, person: Person): WirePerson {
  const { relationship } = person;
  return {
    id: person.id,
    object: 'v2.core.account_person',
    account: person.account,
    ...(person.address !== null && { address: saidOf(person.address) }),
    created: new Date(person.createdUnix * 1000).toISOString(),
    ...(person.dob !== null && { date_of_birth: { ...person.dob } }),
    ...(person.email !== null && { email: person.email }),
    ...(person.firstName !== null && { given_name: person.firstName }),
    id_numbers: [
      ...(person.idNumberProvided ? [{ type: 'us_ssn' as const }] : []),
      ...(person.ssnLast4Provided ? [{ type: 'us_ssn_last_4' as const }] : []),
    ],
    livemode: world.settings.livemode,
    metadata: mergedMetadata(person.metadata),
    ...(person.nationality !== null && { nationalities: [person.nationality] }),
    ...(person.phone !== null && { phone: person.phone }),
    relationship: {
      authorizer: relationship.authorizer,
      director: relationship.director,
      executive: relationship.executive,
      legal_guardian: relationship.legalGuardian,
      owner: relationship.owner,
      ...(relationship.percentOwnership !== null && { percent_ownership: String(relationship.percentOwnership) }),
      representative: relationship.representative,
      ...(relationship.title !== null && { title: relationship.title }),
    },
    ...(person.lastName !== null && { surname: person.lastName }),
    updated: new Date(person.updatedUnix * 1000).toISOString(),
  };
}

function saidOf(address: Address): Stripe.V2.Core.AccountPerson.Address {
  return Object.fromEntries(Object.entries(address).filter(([, part]) => part !== null));
}
