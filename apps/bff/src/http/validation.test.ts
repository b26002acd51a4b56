import { signUp } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, type SignedUp, startBareTestApp } from '../test/bare-test-app.ts';

let server: BareTestApp;
let seller: SignedUp;
beforeAll(async () => {
  server = await startBareTestApp();
  seller = await server.signUp();
});
afterAll(() => server.close());

const details = { password: 'correct horse battery', businessName: 'Pots', country: 'GB' };

test.each(['ö@example.com', 'a..b@example.com', 'a@b.c'])(
  '%s is an e-mail address, as it is in the form',
  async (email) => {
    expect(await server.browser().client(signUp, { body: { ...details, email } })).toMatchObject({ email });
  },
);

test.each(['nobody', 'a b@example.com', 'a@example', 'a\u0000b@example.com', 'a\uD800@example.com'])(
  '%j is none, and is refused at its field in words',
  async (email) => {
    const call = server.browser().client(signUp, { body: { ...details, email } });
    const message = 'must be an e-mail address, for example name@example.com';
    await expect(call).rejects.toMatchObject({ problem: { status: 400, fields: [{ field: 'email', message }] } });
  },
);

test('an id in a form that PostgreSQL does not take is refused, not a mistake of ours', async () => {
  const url = '/api/charges/urn:uuid:00000000-0000-4000-8000-000000000000';
  const reply = await seller.send({ method: 'GET', url });
  expect([reply.statusCode, reply.json()]).toMatchObject([400, { fields: [{ field: 'chargeId' }] }]);
});
