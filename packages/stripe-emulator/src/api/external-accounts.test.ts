import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

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
  const bank = { object: 'bank_account', country: 'US', currency: 'usd', account_number: '000111111116' } as const;
  const changed = await accounts.update(made.id, { external_account: { ...bank, routing_number: '110000000' } });
  expect(changed.external_accounts?.data).toMatchObject([{ last4: '1116' }]);
  expect(at.eventsOf(made.id)).toContain('account.external_account.created');
});

test('where Stripe asks sellers itself, the platform may not say it', async () => {
  const error = await refusalOf(at.stripe.accounts.create({ external_account: 'btok_us_verified' }));
  expect([error.statusCode, error.param]).toEqual([400, 'external_account']);
});

test('persons are listed by what they are to the account', async () => {
  const { accounts } = at.stripe;
  const { id } = await accounts.create({ controller: LIABLE });
  await accounts.createPerson(id, { first_name: 'Ann', relationship: { owner: true, director: true } });
  await accounts.createPerson(id, { first_name: 'Bob', relationship: { representative: true } });
  const namesOf = async (relationship: Stripe.AccountListPersonsParams.Relationship) =>
    (await accounts.listPersons(id, { relationship })).data.map((person) => person.first_name);
  expect(await namesOf({ owner: true })).toEqual(['Ann']);
  expect(await namesOf({ owner: false })).toEqual(['Bob']);
  expect(await namesOf({ owner: true, representative: true })).toEqual([]);
});

test('a birthday is taken away again', async () => {
  const { accounts } = at.stripe;
  const { id } = await accounts.create({ controller: LIABLE });
  const person = await accounts.createPerson(id, { dob: { day: 29, month: 2, year: 2000 } });
  expect(person.dob).toEqual({ day: 29, month: 2, year: 2000 });
  expect((await accounts.updatePerson(id, person.id, { dob: '' })).dob).toEqual({ day: null, month: null, year: null });
});
