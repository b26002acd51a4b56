import type Stripe from 'stripe';
import { emitObject, emitThin, emitThinAbout } from './events.ts';
import { peopleOf } from './people.ts';
import type { Account, Capability } from './state.ts';
import type { World } from './world.ts';

/** An account at one moment: what is known of it, and how it is shown. */
export interface AccountPicture {
  readonly account: Account;
  readonly shown: Stripe.Account;
  /** Everybody behind it. */
  readonly people: readonly Stripe.Person[];
}

/** Takes a picture of an account before something happens to it. */
export function pictureOf(world: World, id: string): AccountPicture {
  const account = world.store.get('account', id);
  // Accounts are rendered in this shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const shown = world.render(world, 'account', account) as Stripe.Account;
  return { account, shown, people: shownPeople(world, id) };
}

function shownPeople(world: World, account: string): readonly Stripe.Person[] {
  // Persons are rendered in this shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return peopleOf(world, account).map((person) => world.render(world, 'person', person) as Stripe.Person);
}

/** Tells, in both forms, what has become different since a picture of an account was taken. */
export function tellDifference(world: World, before: AccountPicture): void {
  const { id } = before.account;
  const after = pictureOf(world, id);
  tellPeople(world, id, before.people, after.people);
  if (isSame(before.account, after.account) && isSame(before.shown, after.shown)) return;
  emitObject(world, 'account.updated', id, after.shown, before.shown);
  tellBankAccounts(world, id, before, after);
  for (const name of ['card_payments', 'transfers'] as const) tellCapability(world, name, before, after);
  tellThin(world, id, before, after);
}

function isSame(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function tellPeople(
  world: World,
  account: string,
  before: AccountPicture['people'],
  after: AccountPicture['people'],
): void {
  for (const known of before)
    if (!after.some(({ id }) => id === known.id)) tellPerson(world, account, known, 'deleted');
  for (const person of after) {
    const known = before.find(({ id }) => id === person.id);
    if (known === undefined) tellPerson(world, account, person, 'created');
    else if (!isSame(known, person)) tellPerson(world, account, person, 'updated', known);
  }
}

function tellPerson(
  world: World,
  account: string,
  person: Stripe.Person,
  word: 'created' | 'deleted' | 'updated',
  previous?: object,
): void {
  const { id } = person;
  const related = { id, type: 'v2.core.account_person', url: `/v2/core/accounts/${account}/persons/${id}` };
  emitObject(world, `person.${word}`, account, person, previous);
  emitThinAbout(world, `v2.core.account_person.${word}`, related, { account_id: account });
}

/** A capability of an account in Stripe's form: it waits for what its account waits for. */
export function capabilityObject(shown: Stripe.Account, name: Capability): Stripe.Capability {
  const status = shown.capabilities?.[name];
  // Codes and reasons are the same words in accounts and in capabilities.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    id: name,
    object: 'capability',
    account: shown.id,
    future_requirements: status === undefined ? NOTHING_DUE : shown.future_requirements,
    requested: status !== undefined,
    requested_at: status === undefined ? null : shown.created,
    requirements: status === undefined ? NOTHING_DUE : shown.requirements,
    status: status ?? 'unrequested',
  } as Stripe.Capability;
}

/** A capability that nobody asked for waits for nothing. */
const NOTHING_DUE: Stripe.Capability.Requirements = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
};

function tellBankAccounts(world: World, account: string, before: AccountPicture, after: AccountPicture): void {
  const banks = ({ shown }: AccountPicture) => shown.external_accounts?.data ?? [];
  const sameIn = (picture: AccountPicture, id: string) => banks(picture).find((bank) => bank.id === id);
  for (const bank of banks(before))
    if (sameIn(after, bank.id) === undefined) emitObject(world, 'account.external_account.deleted', account, bank);
  for (const bank of banks(after)) {
    const known = sameIn(before, bank.id);
    if (known === undefined) emitObject(world, 'account.external_account.created', account, bank);
    else emitObject(world, 'account.external_account.updated', account, bank, known);
  }
}

function tellCapability(world: World, name: Capability, before: AccountPicture, after: AccountPicture): void {
  const [known, now] = [capabilityObject(before.shown, name), capabilityObject(after.shown, name)];
  emitObject(world, 'capability.updated', after.account.id, now, known);
}

function tellThin(world: World, id: string, before: AccountPicture, after: AccountPicture): void {
  const differs = (of: (picture: AccountPicture) => unknown): boolean =>
    JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const asksFor =
    (name: Capability) =>
    ({ account }: AccountPicture): boolean =>
      account.requestedCapabilities.includes(name);
  emitThin(world, 'v2.core.account.updated', id);
  if (differs(({ account }) => account.answers)) emitThin(world, 'v2.core.account[identity].updated', id);
  if (differs(({ shown }) => shown.requirements)) emitThin(world, 'v2.core.account[requirements].updated', id);
  if (differs(({ shown }) => shown.future_requirements))
    emitThin(world, 'v2.core.account[future_requirements].updated', id);
  if (differs(asksFor('card_payments'))) emitThin(world, 'v2.core.account[configuration.merchant].updated', id);
  if (differs(asksFor('transfers'))) emitThin(world, 'v2.core.account[configuration.recipient].updated', id);
  const tell = (configuration: 'merchant' | 'recipient', updated_capability: string): void => {
    emitThin(world, `v2.core.account[configuration.${configuration}].capability_status_updated`, id, {
      updated_capability,
    });
  };
  if (differs(({ shown }) => shown.capabilities?.card_payments)) tell('merchant', 'card_payments');
  if (differs(({ shown }) => shown.payouts_enabled)) tell('merchant', 'stripe_balance.payouts');
  if (differs(({ shown }) => shown.capabilities?.transfers)) tell('recipient', 'stripe_balance.stripe_transfers');
}
