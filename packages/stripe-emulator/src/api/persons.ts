import { given } from '../wire/given.ts';
import type Stripe from 'stripe';
import { addPerson, changePerson, type PersonChange, removePerson } from '../world/persons.ts';
import type { Account, Person } from '../world/state.ts';
import type { Condition } from '../world/queries.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  bool,
  emptyable,
  ignored,
  integer,
  metadata,
  object,
  type ParamsOf,
  type ParamTable,
  text,
} from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { ownAccount } from './connected-account.ts';
import { addressFrom, addressParam } from './address.ts';
import { birthday } from './birthday.ts';
import { personToWire } from './person-to-wire.ts';

const roles = {
  authorizer: bool(),
  director: bool(),
  executive: bool(),
  legal_guardian: bool(),
  owner: bool(),
  representative: bool(),
} as const satisfies ParamTable;

const personParams = {
  additional_tos_acceptances: ignored(),
  address: addressParam,
  dob: emptyable(birthday),
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
    ...roles,
    percent_ownership: integer({ min: 0, max: 100 }),
    title: text(),
  }),
  ssn_last_4: text(),
  verification: ignored(),
} as const satisfies ParamTable;

/** Who is behind an account, as the platform or onboarding told of them. */
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
    params: { ...listParams, relationship: object(roles) },
    run: (call) => {
      const { id } = ownAccount(call);
      return listOf(
        { ...call, account: id },
        'person',
        `/v1/accounts/${id}/persons`,
        undefined,
        havingRoles(call.params),
      );
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

/** An account has few persons, so no index finds them by their roles. */
function havingRoles({ relationship = {} }: { readonly relationship?: object | undefined }): Condition | undefined {
  const asked = Object.entries(relationship).filter(([, has]) => has !== undefined);
  if (asked.length === 0) return undefined;
  return {
    sql: asked.map(([role]) => `document ->> '$.relationship.${fieldOf(role)}' is ?`).join(' and '),
    values: asked.map(([, has]) => Number(has === true)),
  };
}

function fieldOf(role: string): string {
  return role === 'legal_guardian' ? 'legalGuardian' : role;
}

function changeFrom(params: ParamsOf<typeof personParams>): PersonChange {
  const { address, dob, relationship, id_number: idNumber, ssn_last_4: ssn } = params;
  return {
    ...given({
      firstName: params.first_name,
      lastName: params.last_name,
      email: params.email,
      phone: params.phone,
      nationality: params.nationality,
      metadata: params.metadata,
      dob: dob === '' ? null : dob,
      idNumber,
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
