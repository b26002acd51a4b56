import type Stripe from 'stripe';
import { type Requirements, requirementsOf, type Waiting } from '../world/requirements.ts';
import type { Account, Person } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** Turns a person into Stripe's v1 shape, with what the account is asked of them. */
export function personToWire(world: World, person: Person): Stripe.Person {
  const { legalGuardian, percentOwnership, ...roles } = person.relationship;
  const account = world.store.get('account', person.account);
  const due = ofPerson(person, requirementsOf(world, account));
  return {
    id: person.id,
    object: 'person',
    account: person.account,
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...person.address },
    created: person.createdUnix,
    dob: person.dob ?? { day: null, month: null, year: null },
    email: person.email,
    first_name: person.firstName,
    future_requirements: waitingToWire(due.future),
    id_number_provided: person.idNumberProvided,
    last_name: person.lastName,
    metadata: { ...person.metadata },
    nationality: person.nationality,
    phone: person.phone,
    political_exposure: 'none',
    relationship: { ...roles, legal_guardian: legalGuardian, percent_ownership: percentOwnership },
    requirements: waitingToWire(due),
    ssn_last_4_provided: person.ssnLast4Provided,
    verification: verificationOf(account, due),
  };
}

/** Of what an account is asked, what is about one person, without their name before it. */
function ofPerson({ id, relationship }: Person, requirements: Requirements): Requirements {
  const prefix = relationship.representative ? 'individual.' : `${id}.`;
  const of = (fields: readonly string[]): readonly string[] =>
    fields.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
  const only = (waiting: Waiting): Waiting => ({
    ...waiting,
    currentlyDue: of(waiting.currentlyDue),
    pastDue: of(waiting.pastDue),
    eventuallyDue: of(waiting.eventuallyDue),
    pendingVerification: of(waiting.pendingVerification),
    errors: waiting.errors.flatMap((error) =>
      of([error.requirement]).map((requirement) => ({ ...error, requirement })),
    ),
  });
  return { ...requirements, ...only(requirements), future: only(requirements.future) };
}

function waitingToWire(due: Waiting): Stripe.Person.Requirements {
  // The codes and reasons come from the emulator's own tables of Stripe's words.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    alternatives: [],
    currently_due: [...due.currentlyDue],
    errors: due.errors.map((error) => ({ ...error })),
    eventually_due: [...due.eventuallyDue],
    past_due: [...due.pastDue],
    pending_verification: [...due.pendingVerification],
  } as Stripe.Person.Requirements;
}

/** Stripe has looked at whoever was handed in; what it did not believe it says. */
function verificationOf({ submittedUnix }: Account, due: Waiting): Stripe.Person.Verification {
  const [problem] = due.errors;
  const told = { details: problem?.reason ?? null, details_code: problem === undefined ? null : codeOf(problem.code) };
  const isOfDocument = problem?.requirement.endsWith('.document') === true;
  const isVerified = submittedUnix !== null && due.currentlyDue.length === 0;
  return {
    additional_document: { back: null, details: null, details_code: null, front: null },
    ...(isOfDocument ? NOTHING_TOLD : told),
    document: { back: null, front: null, ...(isOfDocument ? told : NOTHING_TOLD) },
    status: due.pendingVerification.length > 0 ? 'pending' : isVerified ? 'verified' : 'unverified',
  };
}

const NOTHING_TOLD = { details: null, details_code: null };

/** Persons say in other words what accounts call an error. */
function codeOf(code: string): string {
  if (code === 'verification_failed_id_number_match') return 'failed_keyed_identity';
  return code.replace(/^verification_/u, '');
}
