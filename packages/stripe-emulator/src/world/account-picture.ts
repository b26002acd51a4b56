import type Stripe from 'stripe';
import { emitObject, emitThin, previousOf } from './events.ts';
import type { Account, Capability } from './state.ts';
import type { World } from './world.ts';

/** An account at one moment: what is known of it, and how it is shown. */
export interface AccountPicture {
  readonly account: Account;
  readonly shown: Stripe.Account;
}

/** Takes a picture of an account before something happens to it. */
export function pictureOf(world: World, id: string): AccountPicture {
  // Accounts are rendered in this shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const shown = world.render(world, 'account', world.store.get('account', id)) as Stripe.Account;
  return { account: world.store.get('account', id), shown };
}

/** Tells, in both forms, what has become different since a picture of an account was taken. */
export function tellDifference(world: World, before: AccountPicture): void {
  const { id } = before.account;
  const after = pictureOf(world, id);
  emitObject(world, 'account.updated', id, after.shown, previousOf(before.shown, after.shown));
  tellBankAccounts(world, id, before, after);
  for (const name of ['card_payments', 'transfers'] as const) tellCapability(world, name, before, after);
  tellThin(world, id, before, after);
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
    future_requirements: shown.future_requirements,
    requested: status !== undefined,
    requested_at: status === undefined ? null : shown.created,
    requirements: status === undefined ? shown.future_requirements : shown.requirements,
    status: status ?? 'unrequested',
  } as Stripe.Capability;
}

function tellBankAccounts(world: World, account: string, before: AccountPicture, after: AccountPicture): void {
  const banks = ({ shown }: AccountPicture) => shown.external_accounts?.data ?? [];
  const sameIn = (picture: AccountPicture, id: string) => banks(picture).find((bank) => bank.id === id);
  for (const bank of banks(before))
    if (sameIn(after, bank.id) === undefined) emitObject(world, 'account.external_account.deleted', account, bank);
  for (const bank of banks(after)) {
    const known = sameIn(before, bank.id);
    if (known === undefined) emitObject(world, 'account.external_account.created', account, bank);
    else if (JSON.stringify(known) !== JSON.stringify(bank))
      emitObject(world, 'account.external_account.updated', account, bank, previousOf(known, bank));
  }
}

function tellCapability(world: World, name: Capability, before: AccountPicture, after: AccountPicture): void {
  const [known, now] = [capabilityObject(before.shown, name), capabilityObject(after.shown, name)];
  if (JSON.stringify(known) === JSON.stringify(now)) return;
  emitObject(world, 'capability.updated', after.account.id, now, previousOf(known, now));
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
