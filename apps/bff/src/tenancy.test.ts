import { randomUUID } from 'node:crypto';
import {
  cancelCharge,
  createAccount,
  createAccountSession,
  createCharge,
  createDashboardLink,
  createOnboardingLink,
  type Endpoint,
  endpoints,
  getCharge,
  getSeller,
  listCharges,
  refreshAccount,
  wireRequest,
} from '@sellerdesk/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chargeBody } from './charges/test/charge-body.ts';
import { lookAt } from './support/test/looking.ts';
import { type ReadySeller, signUpReady } from './test/ready-seller.ts';
import { addTestStaff } from './test/staff.ts';
import { startTestApp, type TestApp } from './test/test-app.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: TestApp;
let seller: ReadySeller;
let other: ReadySeller;
/** What is the other seller's, by the name of the parameter that names it; a new parameter needs a line. */
let foreign: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
  other = await signUpReady(server);
  const { chargeId } = await other.client(createCharge, { body: chargeBody() });
  const staff = await addTestStaff(server, { now: () => new Date() });
  await staff.signIn();
  const { view } = await lookAt(staff, other.seller.sellerId);
  foreign = { chargeId, supportViewId: view.supportViewId };
});

afterAll(() => server.close());

const withParams = endpoints.filter(({ access, schema }) => access === 'seller' && schema.params !== undefined);

describe('another seller’s id is answered exactly as one that does not exist', () => {
  test('there are endpoints that take an id', () => {
    expect(withParams.length).toBeGreaterThan(0);
  });

  test.each(withParams.map((endpoint) => [endpoint.operationId, endpoint] as const))('by %s', async (_, endpoint) => {
    const names = Object.keys(endpoint.schema.params?.properties ?? {});
    expect(names.filter((name) => foreign[name] === undefined)).toEqual([]);
    const theirs = await answerTo(endpoint, foreign);
    const missing = await answerTo(endpoint, Object.fromEntries(names.map((name) => [name, randomUUID()])));
    expect(theirs).toEqual(missing);
    expect(theirs.status).toBe(404);
  });

  test('and nothing happened to it', async () => {
    const { chargeId = '' } = foreign;
    expect((await other.client(getCharge, { params: { chargeId } })).state).toBe('waiting');
  });
});

test('no answer to a seller holds anything of another', async () => {
  const { chargeId = '' } = foreign;
  const cursor = Buffer.from(`${Date.now() + 1000} ${chargeId}`).toString('base64url');
  const answers = await Promise.all([
    seller.client(getSeller, {}),
    seller.client(createAccount, { body: {} }),
    seller.client(refreshAccount, { body: {} }),
    seller.client(createAccountSession, { body: {} }),
    seller.client(listCharges, { querystring: {} }),
    seller.client(listCharges, { querystring: { after: cursor } }),
  ]);
  const text = JSON.stringify(answers);
  for (const theirs of [other.stripeAccountId, other.email, other.seller.sellerId, chargeId])
    expect(text).not.toContain(theirs);
});

test('without a seller the database shows nobody’s rows', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const rows of await server.database.asSeller(nobody, async (sql) => [
    await sql`select 1 from accounts`,
    await sql`select 1 from charges`,
  ]))
    expect(rows).toEqual([]);
  await expect(server.database.asSeller(nobody, (sql) => sql`select 1 from webhook_events`)).rejects.toThrow(
    /permission denied/u,
  );
});

test('a seller cannot write a row in another’s name', async () => {
  const stealing = server.database.asSeller(
    seller.seller.sellerId,
    (sql) => sql`update charges set seller_id = ${seller.seller.sellerId} returning charge_id`,
  );
  expect((await stealing).filter((row: { charge_id: string }) => row.charge_id === foreign['chargeId'])).toEqual([]);
  const giving = server.database.asSeller(
    seller.seller.sellerId,
    (sql) => sql`update accounts set seller_id = ${other.seller.sellerId}`,
  );
  await expect(giving).rejects.toThrow(/row-level security/u);
});

/** Calls that are made as the platform: those whose account is a parameter, and making an account, which has none yet. */
const asPlatform = [
  /^POST \/v2\/core\/accounts$/u,
  /^GET \/v2\/core\/accounts\/acct_\w+$/u,
  /^POST \/v2\/core\/account_links$/u,
  /^POST \/v1\/account_sessions$/u,
];

describe('every call to Stripe is for the account of who is signed in', () => {
  test('whatever sellers do, in any order', async () => {
    server.emulator.control.pauseWebhooks();
    const steps = fc.record({ by: fc.constantFrom(0, 1, 2), action: fc.constantFrom(...actions) });
    const seed = 20_261_124;
    const sellers = [seller, other, await signUpReady(server)];
    let calls = 0;
    for (const { by, action } of fc.sample(steps, { seed, numRuns: 1000 })) {
      const actor = sellers[by] ?? seller;
      server.emulator.control.clearRequests();
      await action(actor, sellers[(by + 1) % 3] ?? other).catch(() => undefined);
      calls += checkCalls(actor);
    }
    expect(calls).toBeGreaterThan(500);
    server.emulator.control.resumeWebhooks();
  });
});

type Action = (actor: ReadySeller, somebodyElse: ReadySeller) => Promise<unknown>;

const actions: readonly Action[] = [
  ({ client }) => client(createAccount, { body: {} }),
  ({ client }) => client(refreshAccount, { body: {} }),
  ({ client }) => client(createOnboardingLink, { body: {} }),
  ({ client }) => client(createDashboardLink, { body: {} }),
  ({ client }) => client(createAccountSession, { body: {} }),
  ({ client }) => client(createCharge, { body: chargeBody() }),
  ({ client }) => client(createCharge, { body: chargeBody({ currency: 'eur' }) }),
  async ({ client }) => {
    const { charges } = await client(listCharges, { querystring: { limit: '1' } });
    for (const { chargeId } of charges) await client(cancelCharge, { params: { chargeId }, body: {} });
  },
  async ({ client }, somebodyElse) => {
    const { charges } = await somebodyElse.client(listCharges, { querystring: { limit: '1' } });
    for (const { chargeId } of charges) await client(cancelCharge, { params: { chargeId }, body: {} });
  },
];

function checkCalls({ stripeAccountId }: ReadySeller): number {
  const requests = server.emulator.control.requests();
  for (const { method, path, account, body } of requests) {
    const named = [account, /acct_\w+/u.exec(path)?.[0], /acct_\w+/u.exec(decodeURIComponent(body))?.[0]];
    expect(new Set(named.filter((id) => id !== undefined))).toEqual(new Set([stripeAccountId]));
    const isAllowed = account !== undefined || asPlatform.some((call) => call.test(`${method} ${path}`));
    expect(`${method} ${path}: ${isAllowed}`).toBe(`${method} ${path}: true`);
  }
  return requests.length;
}

async function answerTo(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly type: unknown; readonly body: object }> {
  const request = wireRequest(endpoint, { params, querystring: {}, body: {} });
  const { statusCode, headers, body } = await seller.send(request);
  const { requestId, ...rest }: Record<string, unknown> = JSON.parse(body);
  expect(requestId).toBeTypeOf('string');
  return { status: statusCode, type: headers['content-type'], body: rest };
}
