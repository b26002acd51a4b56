import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

test('what a browser said of an account comes with its token, once', async () => {
  const { accountTokens, accounts } = at.stripe.v2.core;
  const browser = { apiKey: at.emulator.publishableKey };
  const token = await accountTokens.create({ display_name: 'Fern', contact_email: 'ann@example.com' }, browser);
  expect(token).toMatchObject({ object: 'v2.core.account_token', used: false });
  const made = await accounts.create({ account_token: token.id, contact_email: 'jo@example.com' });
  expect(made).toMatchObject({ display_name: 'Fern', contact_email: 'jo@example.com' });
  expect((await accountTokens.retrieve(token.id)).used).toBe(true);
  expect(await refusalOf(accounts.update(made.id, { account_token: token.id }))).toMatchObject({
    statusCode: 400,
    code: 'invalid_fields',
    message: expect.stringContaining('more than once'),
  });
});

test('what was said of a person is said of one of that account', async () => {
  const { accounts } = at.stripe.v2.core;
  const [one, other] = [await accounts.create({}), await accounts.create({})];
  const token = await accounts.personTokens.create(one.id, { given_name: 'Ann', surname: 'Fern' });
  const elsewhere = await refusalOf(accounts.persons.create(other.id, { person_token: token.id }));
  expect(elsewhere).toMatchObject({ code: 'invalid_fields', message: expect.stringContaining('person_token') });
  const person = await accounts.persons.create(one.id, { person_token: token.id, surname: 'Flour' });
  expect(person).toMatchObject({ given_name: 'Ann', surname: 'Flour' });
});

test('a token is of no use after the time it says', async () => {
  const { accountTokens, accounts } = at.stripe.v2.core;
  const token = await accountTokens.create({ display_name: 'Late' });
  at.emulator.control.setClock(new Date(Date.parse(token.expires_at) + 1000));
  expect((await refusalOf(accounts.create({ account_token: token.id }))).message).toContain('has expired');
});
