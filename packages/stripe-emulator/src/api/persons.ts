import { given } from '../wire/given.ts';
import type Stripe from 'stripe';
import { emitObject, emitThinAbout, previousOf } from '../world/events.ts';
import { mergedMetadata, type MetadataWish } from '../world/metadata.ts';
import type { Account, Person } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  bool,
  ignored,
  integer,
  metadata,
  object,
  type ParamsOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { ownAccount } from './connected-account.ts';
import { addressFrom, addressParam } from './address.ts';

const personParams = {
  additional_tos_acceptances: ignored(),
  address: addressParam,
  dob: object({ day: required(integer()), month: required(integer()), year: required(integer()) }),
  documents: ignored(),
  email: text(),
  first_name: text(),
  full_name_aliases: ignored(),
  gender: ignored(),
  id_number: text(),
  last_name: text(),
  maiden_name: ignored(),
  metadata: metadata(),
  nationality: text(),
  person_token: ignored(),
  phone: text(),
  political_exposure: ignored(),
  relationship: object({
    authorizer: bool(),
    director: bool(),
    executive: bool(),
    legal_guardian: bool(),
    owner: bool(),
    percent_ownership: integer({ min: 0, max: 100 }),
    representative: bool(),
    title: text(),
  }),
  ssn_last_4: text(),
  verification: ignored(),
} as const satisfies ParamTable;

/** Who is behind an account. Nothing is verified: identity is decided in onboarding. */
export const personOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/persons',
    params: personParams,
    run: (call) => personToWire(call.world, addPerson(call.world, changeableAccount(call), changeFrom(call.params))),
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/persons',
    params: { ...listParams, relationship: ignored() },
    run: (call) => {
      const { id } = ownAccount(call);
      return listOf({ ...call, account: id }, 'person', `/v1/accounts/${id}/persons`);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/persons/:person',
    params: {},
    run: (call) => personToWire(call.world, personOf(call, ownAccount(call))),
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/persons/:person',
    params: personParams,
    run: (call) => {
      const person = personOf(call, changeableAccount(call));
      return personToWire(call.world, changePerson(call.world, person, changeFrom(call.params)));
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v1/accounts/:id/persons/:person',
    params: {},
    run: (call) => {
      const { id } = personOf(call, changeableAccount(call));
      removePerson(call.world, id);
      return { id, object: 'person', deleted: true } satisfies Stripe.DeletedPerson;
    },
  }),
];

type Change = Partial<Omit<Person, 'metadata' | 'relationship'>> & {
  readonly metadata?: MetadataWish;
  readonly relationship?: Partial<Person['relationship']>;
};

/** Keeps a new person of an account. */
export function addPerson(world: World, { id: account }: Account, change: Change): Person {
  const start = born(world, 'person', account);
  const person = world.store.insert('person', {
    ...start,
    ...UNKNOWN,
    updatedUnix: start.createdUnix,
    ...change,
    relationship: { ...UNKNOWN.relationship, ...change.relationship },
    metadata: mergedMetadata({}, change.metadata),
  });
  tell(world, person, 'created');
  return person;
}

/** Changes what was said of a person; what is left out stays. */
export function changePerson(world: World, known: Person, change: Change): Person {
  const before = personToWire(world, known);
  const person = world.store.update('person', known.id, {
    ...change,
    relationship: { ...known.relationship, ...change.relationship },
    metadata: mergedMetadata(known.metadata, change.metadata),
    updatedUnix: world.clock.nowUnix(),
  });
  tell(world, person, 'updated', previousOf(before, personToWire(world, person)));
  return person;
}

/** Forgets a person. */
export function removePerson(world: World, id: string): void {
  const person = world.store.get('person', id);
  world.store.remove('person', id);
  tell(world, person, 'deleted');
}

function tell(world: World, person: Person, word: 'created' | 'deleted' | 'updated', previous?: object): void {
  const { id, account } = person;
  const related = { id, type: 'v2.core.account_person', url: `/v2/core/accounts/${account}/persons/${id}` };
  emitObject(world, `person.${word}`, account, personToWire(world, person), previous);
  emitThinAbout(world, `v2.core.account_person.${word}`, related, { account_id: account });
}

/** Returns the person of the path, if it is one of this account's. */
export function personOf({ world, path }: Pick<Call<ParamTable>, 'path' | 'world'>, { id }: Account): Person {
  return resource({ world, account: id }, 'person', path['person'] ?? '');
}

/**
 * Returns the account of the path, if the platform may still say who is behind it.
 *
 * @throws {StripeError} 403 once Stripe has asked the seller itself.
 */
export function changeableAccount(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Account {
  const account = ownAccount(call);
  if (account.requirementCollection === 'stripe' && account.submittedUnix !== null)
    throw invalidRequest(
      `This application does not have the required permissions for this endpoint on account '${account.id}'.`,
      { status: 403 },
    );
  return account;
}

const UNKNOWN: Omit<Person, 'account' | 'createdUnix' | 'id' | 'updatedUnix'> = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  dob: null,
  address: null,
  idNumberProvided: false,
  ssnLast4Provided: false,
  nationality: null,
  relationship: {
    authorizer: false,
    director: false,
    executive: false,
    legalGuardian: false,
    owner: false,
    representative: false,
    title: null,
    percentOwnership: null,
  },
  metadata: {},
};

function changeFrom(params: ParamsOf<typeof personParams>): Change {
  const { address, dob, relationship, id_number: idNumber, ssn_last_4: ssn } = params;
  return {
    ...given({
      firstName: params.first_name,
      lastName: params.last_name,
      email: params.email,
      phone: params.phone,
      nationality: params.nationality,
      metadata: params.metadata,
      dob,
    }),
    ...(address !== undefined && { address: addressFrom(address) }),
    ...(idNumber !== undefined && { idNumberProvided: idNumber !== '' }),
    ...((ssn !== undefined || idNumber !== undefined) && { ssnLast4Provided: (ssn ?? idNumber) !== '' }),
    ...(relationship !== undefined && {
      relationship: given({
        authorizer: relationship.authorizer,
        director: relationship.director,
        executive: relationship.executive,
        legalGuardian: relationship.legal_guardian,
        owner: relationship.owner,
        representative: relationship.representative,
        title: relationship.title,
        percentOwnership: relationship.percent_ownership,
      }),
    }),
  };
}

const NOTHING_ASKED: Stripe.Person.Requirements = {
  alternatives: [],
  currently_due: [],
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
};

export function personToWire(_: World, person: Person): Stripe.Person {
  const { legalGuardian, percentOwnership, ...roles } = person.relationship;
  return {
    id: person.id,
    object: 'person',
    account: person.account,
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...person.address },
    created: person.createdUnix,
    dob: person.dob ?? { day: null, month: null, year: null },
    email: person.email,
    first_name: person.firstName,
    future_requirements: NOTHING_ASKED,
    id_number_provided: person.idNumberProvided,
    last_name: person.lastName,
    metadata: { ...person.metadata },
    nationality: person.nationality,
    phone: person.phone,
    political_exposure: 'none',
    relationship: { ...roles, legal_guardian: legalGuardian, percent_ownership: percentOwnership },
    requirements: NOTHING_ASKED,
    ssn_last_4_provided: person.ssnLast4Provided,
    verification: {
      additional_document: { back: null, details: null, details_code: null, front: null },
      details: null,
      details_code: null,
      document: { back: null, details: null, details_code: null, front: null },
      status: 'unverified',
    },
  };
}
