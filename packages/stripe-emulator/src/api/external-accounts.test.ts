import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

const DAY_MS = 86_400_000;

let at: TestStripe;
let id: string;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());
beforeEach(() => {
  id = at.openSeller().stripeAccount;
  at.emulator.world.store.update('account', id, { requirementCollection: 'application', dashboard: 'none' });
});

const bank = (change: Readonly<Record<string, string>> = {}) => ({
  object: 'bank_account' as const,
  country: 'US',
  currency: 'usd',
  account_number: '000111111116',
  routing_number: '110000000',
  ...change,
});

const add = (change = {}, wish: Partial<Stripe.AccountCreateExternalAccountParams> = {}) =>
  at.stripe.accounts.createExternalAccount(id, { external_account: bank(change), ...wish });
/** The last four digits of an account's bank accounts; a star marks the default ones. */
const known = async (): Promise<readonly string[]> => {
  const { data } = await at.stripe.accounts.listExternalAccounts(id);
  return data.map(({ last4, default_for_currency: isDefault }) => `${last4}${isDefault === true ? '*' : ''}`);
};
const firstId = async (): Promise<string> => (await at.stripe.accounts.listExternalAccounts(id)).data[0]?.id ?? '';

describe('a bank account', () => {
  test('is added beside the others, and is the default only where it is asked for', async () => {
    await add();
    expect(await known()).toEqual(['6789*', '1116']);
    await add({ account_number: '000123456789' }, { default_for_currency: true });
    expect(await known()).toEqual(['6789', '1116', '6789*']);
  });

  test('is the default where it is the first of its currency', async () => {
    const euros = { country: 'DE', currency: 'eur', account_number: 'DE89370400440532013000' };
    expect(await add(euros)).toMatchObject({ default_for_currency: true });
    expect(await add(euros)).toMatchObject({ default_for_currency: false });
  });

  test('is changed in what its holder is called, and in what the platform notes', async () => {
    const { id: added } = await add({ account_holder_name: 'Jenny Rosen', account_holder_type: 'individual' });
    const change = { account_holder_name: 'Fern Ltd', metadata: { till: '4' } };
    expect(await at.stripe.accounts.updateExternalAccount(id, added, change)).toMatchObject({
      account_holder_name: 'Fern Ltd',
      account_holder_type: 'individual',
      metadata: { till: '4' },
      default_for_currency: false,
    });
  });

  test('is made the default later', async () => {
    const { id: added } = await add();
    await at.stripe.accounts.updateExternalAccount(id, added, { default_for_currency: true });
    expect(await known()).toEqual(['6789', '1116*']);
  });

  test('that comes with the account takes the place of the default', async () => {
    await add();
    await at.stripe.accounts.update(id, { external_account: bank({ account_number: '000222222227' }) });
    expect(await known()).toEqual(['1116', '2227*']);
  });
});

describe('what is deleted', () => {
  test('is not the default, which has to be another one first', async () => {
    const { id: added } = await add();
    const usual = await firstId();
    await expect(at.stripe.accounts.deleteExternalAccount(id, usual)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('You cannot delete the default external account for your default currency.'),
    });
    await at.stripe.accounts.updateExternalAccount(id, added, { default_for_currency: true });
    expect(await at.stripe.accounts.deleteExternalAccount(id, usual)).toMatchObject({ deleted: true });
    expect(await known()).toEqual(['1116*']);
  });

  test('may be one that is not the default', async () => {
    const { id: added } = await add();
    expect(await at.stripe.accounts.deleteExternalAccount(id, added)).toMatchObject({ deleted: true });
  });

  test('may be the last one of another currency', async () => {
    const euros = { country: 'DE', currency: 'eur', account_number: 'DE89370400440532013000' };
    const { id: first } = await add(euros);
    const { id: second } = await add(euros);
    await expect(at.stripe.accounts.deleteExternalAccount(id, first)).rejects.toMatchObject({ statusCode: 400 });
    await at.stripe.accounts.deleteExternalAccount(id, second);
    expect(await at.stripe.accounts.deleteExternalAccount(id, first)).toMatchObject({ deleted: true });
  });
});

describe('payouts', () => {
  test('go to the default by themselves, and by hand to where they are told', async () => {
    const seller = { stripeAccount: id };
    const usual = await firstId();
    const { id: other } = await add({ account_number: '000999999991' });
    charge(at.emulator.world, id, 5000, { token: 'pm_card_bypassPending' });
    const { destination } = await at.stripe.payouts.create(
      { amount: 1000, currency: 'usd', destination: other },
      seller,
    );
    expect(destination).toBe(other);
    at.emulator.control.advanceClock(2 * DAY_MS);
    const [automatic] = (await at.stripe.payouts.list({ limit: 1 }, seller)).data;
    expect([automatic?.automatic, automatic?.destination]).toEqual([true, usual]);
  });

  test('stop where the default has sent one back, until another one is the default', async () => {
    const { id: other } = await add({ account_number: '000123456789' });
    const enabled = async () => (await at.stripe.accounts.retrieve(id)).payouts_enabled;
    charge(at.emulator.world, id, 5000, { token: 'pm_card_bypassPending' });
    at.emulator.control.failNextPayout(id);
    at.emulator.control.advanceClock(5 * DAY_MS);
    expect(await enabled()).toBe(false);
    await at.stripe.accounts.updateExternalAccount(id, other, { default_for_currency: true });
    expect(await enabled()).toBe(true);
  });
});

const LIABLE: Stripe.AccountCreateParams.Controller = {
  fees: { payer: 'application' },
  losses: { payments: 'application' },
  requirement_collection: 'application',
  stripe_dashboard: { type: 'none' },
};

test('an account is made with its bank account, and gets another one with a change', async () => {
  const { accounts } = at.stripe;
  const made = await accounts.create({ controller: LIABLE, external_account: 'btok_us_verified' });
  expect(made.external_accounts?.data).toMatchObject([{ object: 'bank_account', last4: '6789', account: made.id }]);
  const changed = await accounts.update(made.id, { external_account: bank() });
  expect(changed.external_accounts?.data).toMatchObject([{ last4: '1116' }]);
  expect(at.eventsOf(made.id)).toContain('account.external_account.created');
});

test('where Stripe asks sellers itself, the platform may not say it', async () => {
  const error = await refusalOf(at.stripe.accounts.create({ external_account: 'btok_us_verified' }));
  expect([error.statusCode, error.param]).toEqual([400, 'external_account']);
});

test('persons are listed by what they are to the account', async () => {
  const { accounts } = at.stripe;
  const account = await accounts.create({ controller: LIABLE });
  await accounts.createPerson(account.id, { first_name: 'Ann', relationship: { owner: true, director: true } });
  await accounts.createPerson(account.id, { first_name: 'Bob', relationship: { representative: true } });
  const namesOf = async (relationship: Stripe.AccountListPersonsParams.Relationship) =>
    (await accounts.listPersons(account.id, { relationship })).data.map((person) => person.first_name);
  expect(await namesOf({ owner: true })).toEqual(['Ann']);
  expect(await namesOf({ owner: false })).toEqual(['Bob']);
  expect(await namesOf({ owner: true, representative: true })).toEqual([]);
});

test('a birthday is taken away again', async () => {
  const { accounts } = at.stripe;
  const account = await accounts.create({ controller: LIABLE });
  const person = await accounts.createPerson(account.id, { dob: { day: 29, month: 2, year: 2000 } });
  expect(person.dob).toEqual({ day: 29, month: 2, year: 2000 });
  expect((await accounts.updatePerson(account.id, person.id, { dob: '' })).dob).toEqual({
    day: null,
    month: null,
    year: null,
  });
});
