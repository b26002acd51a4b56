import { getPlatform, getSeller, problems, signIn, signOut, signUp } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';

let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp();
});
afterAll(() => server.close());

const details = { password: 'correct horse battery', businessName: 'Pots', country: 'GB' };

test('a seller who signs up is signed in', async () => {
  const { client, seller } = await server.signUp({ email: 'Ada@Example.com', businessName: '  Ada’s pots ' });
  expect(seller).toEqual({
    sellerId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
    email: 'Ada@Example.com',
    businessName: 'Ada’s pots',
    country: 'GB',
    mode: 'test',
    account: null,
    platform: server.config.platform,
  });
  expect(await client(getSeller, {})).toEqual(seller);
});

test('an e-mail address belongs to one seller, in whatever case it is typed', async () => {
  await server.signUp({ email: 'one@example.com' });
  const second = server.browser().client(signUp, { body: { ...details, email: 'ONE@example.com' } });
  await expect(second).rejects.toMatchObject({ code: 'email_taken' });
});

test('ten sign-ups of one address at once make one seller', async () => {
  const body = { ...details, email: 'race@example.com' };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => server.browser().client(signUp, { body })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.each([' ', 'a\u0000b', 'a\uD800b'])('the business name %j says nothing that can be kept', async (businessName) => {
  const call = server.browser().client(signUp, { body: { ...details, email: 'blank@example.com', businessName } });
  await expect(call).rejects.toMatchObject({ problem: { fields: [{ field: 'businessName' }] } });
});

test.each(['password123', 'lazy@example.com'])('%s is refused as a password, at its field', async (password) => {
  const body = { ...details, email: 'lazy@example.com', password };
  const call = server.browser().client(signUp, { body });
  await expect(call).rejects.toMatchObject({ problem: { fields: [{ field: 'password' }] } });
});

test('a seller signs in on another browser, and out on that one alone', async () => {
  const first = await server.signUp();
  const second = server.browser();
  const { email, password } = first;
  await second.client(signIn, { body: { email: email.toUpperCase(), password } });
  expect(await second.client(getSeller, {})).toEqual(first.seller);
  await second.client(signOut, {});
  await expect(second.client(getSeller, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(await first.client(getSeller, {})).toEqual(first.seller);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await server.signUp();
  const wrong = { code: 'wrong_credentials', title: problems.wrong_credentials.title, status: 401 };
  for (const address of [email, 'nobody@example.com']) {
    const call = server.browser().client(signIn, { body: { email: address, password: 'wrong' } });
    await expect(call).rejects.toMatchObject({
      problem: { ...wrong, type: '/problems#wrong_credentials', requestId: expect.any(String) },
    });
  }
});

test('the pages before sign-in know whose they are', async () => {
  expect(await server.browser().client(getPlatform, {})).toEqual(server.config.platform);
});
