import { randomUUID } from 'node:crypto';
import {
  allowSupportViews,
  createSupportAccountSession,
  endpoints,
  endRunningSupportView,
  endSupportView,
  getSeller,
  getStaff,
  getSupportView,
  listCharges,
  listSupportViews,
  proveSecondFactor,
  signOutStaff,
  startSupportView,
  stopSupportView,
  type SupportView,
  wireRequest,
} from '@sellerdesk/contract';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyAudit } from '../audit/index.ts';
import { changeRole, disableStaff, resetStaff } from '../staff/index.ts';
import { startRecordingServer } from '../stripe/test/recording-server.ts';
import { startBareTestApp } from '../test/bare-test-app.ts';
import { storeAccount } from '../accounts/test/store-account.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { type SecondInstance, startSecondInstance } from '../test/second-instance.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { createTestClock } from '../test/test-clock.ts';
import { switchSupport } from './index.ts';
import { lookAt, lookIn, type Looking, startBody } from './test/looking.ts';

vi.setConfig({ testTimeout: 60_000 });

const clock = createTestClock(new Date().toISOString());
let server: TestApp;
let other: SecondInstance;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp({ now: clock.now });
  other = await startSecondInstance(server, clock.now);
  seller = await signUpReady(server);
});
afterAll(async () => {
  await other.close();
  await server.close();
});

/** Somebody of the staff who has just proven their second factor; the next code they type is a new one. */
async function staffNow(role: 'admin' | 'support' = 'support'): Promise<TestStaff> {
  const staff = await addTestStaff(server, { role, now: clock.now });
  await staff.signIn();
  clock.advance({ seconds: 31 });
  return staff;
}

const sellerId = (): string => seller.seller.sellerId;
const lines = (): Promise<{ actor: string; action: string; details: Record<string, unknown> }[]> =>
  server.database.asSystem((sql) => sql`select actor, action, details from audit_lines order by seq`);

/** What a session asks for of a component: it, and none of these features. */
const off = (component: string, ...features: readonly string[]): [string, string][] => [
  [`components[${component}][enabled]`, 'true'],
  ...features.map((feature): [string, string] => [`components[${component}][features][${feature}]`, 'false']),
];

describe('a view', () => {
  test('shows what the seller sees, to staff who stay themselves', async () => {
    const staff = await staffNow();
    const looking = await lookAt(staff, sellerId());
    expect(await looking.client(getSeller, {})).toMatchObject({ sellerId: sellerId(), email: seller.email });
    expect(await looking.client(listCharges, { querystring: {} })).toEqual({ charges: [], nextCursor: null });
    expect((await looking.send({ method: 'GET', url: getSeller.url })).headers).toMatchObject({
      'x-sellerdesk-support-view': looking.view.supportViewId,
    });
    expect((await staff.send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
    expect(await staff.client(getSupportView, {})).toEqual({
      supportView: expect.objectContaining({
        supportViewId: looking.view.supportViewId,
        reason: 'Their payout is missing',
      }),
      lastEndedBy: null,
    });
    await staff.client(stopSupportView, {});
    expect(await staff.client(getSupportView, {})).toEqual({ supportView: null, lastEndedBy: 'staff' });
  });

  test.each([
    ['a reason of nine characters', { reason: '123456789' }],
    ['a reason of blanks', { reason: '            ' }],
    ['no reason', { reason: undefined }],
    ['a ticket of nothing', { ticket: '' }],
    ['no key', { startKey: undefined }],
    ['an account for a seller', { sellerId: 'acct_1' }],
  ])('with %s is not started', async (_, changes) => {
    const staff = await staffNow();
    const body = JSON.stringify({ ...startBody(sellerId()), ...changes });
    const headers = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
    expect((await staff.send({ method: 'POST', url: startSupportView.url, headers, body })).statusCode).toBe(400);
  });

  test('is not started by a GET, nor with a second factor of more than five minutes ago', async () => {
    const staff = await staffNow();
    expect(
      (await staff.send({ method: 'GET', url: `${startSupportView.url}/start?sellerId=${sellerId()}` })).statusCode,
    ).toBe(404);
    clock.advance({ minutes: 5 });
    await expect(lookAt(staff, sellerId())).rejects.toMatchObject({ code: 'second_factor_stale' });
    await staff.client(proveSecondFactor, { body: { code: staff.code(clock.now()) } });
    await lookAt(staff, sellerId());
  });

  test('is started once with one key, also after it has ended, and by nobody else', async () => {
    const [staff, colleague] = [await staffNow(), await staffNow()];
    const body = startBody(sellerId());
    await staff.client(startSupportView, { body });
    await staff.client(stopSupportView, {});
    for (const { client } of [staff, colleague])
      await expect(client(startSupportView, { body })).rejects.toMatchObject({ code: 'support_view_started' });
  });

  test('is one at a time: of fifty starts on two instances one succeeds, and looking nests nothing', async () => {
    const staff = await staffNow();
    const elsewhere = other.withCookiesOf(staff);
    const starts = Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? staff : elsewhere).client(startSupportView, { body: startBody(sellerId()) }),
    );
    const outcomes = await Promise.allSettled(starts);
    const [started, ...more] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(more).toEqual([]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refusals).toEqual(
      Array.from({ length: 49 }, () => expect.objectContaining({ code: 'support_view_running' })),
    );
    if (started === undefined) throw new Error('none of fifty started');
    const looking = lookIn(staff, started);
    const nested = looking.client(startSupportView, { body: startBody((await signUpReady(server)).seller.sellerId) });
    await expect(nested).rejects.toMatchObject({ code: 'support_view_running' });
  });

  test('is of a seller there is, who has a test account', async () => {
    const staff = await staffNow();
    const newcomer = await server.signUp();
    const live = await server.signUp();
    await server.database.asSystem(
      (sql) => sql`update sellers set mode = 'live' where seller_id = ${live.seller.sellerId}`,
    );
    await storeAccount(server.database, live.seller.sellerId, 'acct_1Live', 'live');
    await expect(lookAt(staff, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    for (const { seller: one } of [newcomer, live])
      await expect(lookAt(staff, one.sellerId)).rejects.toMatchObject({ code: 'test_accounts_only' });
    const refused = (await lines()).filter(({ action }) => action === 'support_view_refused').slice(-3);
    expect(refused.map(({ details }) => details['why'])).toEqual([
      'not_found',
      'test_accounts_only',
      'test_accounts_only',
    ]);
    // A member of the staff is no seller, so there is no view of one.
    const [{ staff_id: colleague } = { staff_id: '' }] = await server.database.asSystem(
      (sql) => sql<{ staff_id: string }>`select staff_id from staff limit 1`,
    );
    await expect(lookAt(staff, colleague)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('reads, and does nothing else: every other operation of a seller is refused, and kept', async () => {
    const staff = await staffNow();
    const looking = await lookAt(staff, sellerId());
    const before = (await lines()).length;
    const readable = new Set(['getCharge', 'getSeller', 'listCharges']);
    const own = endpoints.filter((endpoint) => endpoint.access === 'seller');
    const answers: (readonly [string, boolean])[] = [];
    for (const endpoint of own) {
      const names = Object.keys(endpoint.schema.params?.properties ?? {});
      const params = Object.fromEntries(names.map((name) => [name, randomUUID()]));
      const reply = await looking.send(wireRequest(endpoint, { params, querystring: {}, body: {} }));
      answers.push([endpoint.operationId, reply.statusCode === 403 && reply.body.includes('"support_read_only"')]);
    }
    expect(answers).toEqual(own.map(({ operationId }) => [operationId, !readable.has(operationId)]));
    const kept = (await lines()).slice(before).map(({ action, details }) => [action, details['operation']]);
    expect(kept).toEqual(
      own.map(({ operationId }) => [
        readable.has(operationId) ? 'support_view_read' : 'support_view_refused',
        operationId,
      ]),
    );
  });

  test('gets an Account Session in which nothing can be changed', async () => {
    const staff = await staffNow();
    const looking = await lookAt(staff, sellerId());
    server.emulator.control.clearRequests();
    const { seller: shown, accountSession } = await looking.client(createSupportAccountSession, { body: {} });
    expect(shown.sellerId).toBe(sellerId());
    expect(accountSession).toMatchObject({ kind: 'support' });
    const [{ path, body } = { path: '', body: '' }] = server.emulator.control.requests();
    expect(path).toBe('/v1/account_sessions');
    const sent = [...new URLSearchParams(body)].filter(([name]) => name !== 'account');
    const acting = ['refund_management', 'dispute_management', 'smart_disputes_management', 'capture_payments'];
    const all = [...acting, 'destination_on_behalf_of_charge_management'];
    expect(sent).toEqual([
      ...off('payments', ...all),
      ...off('payment_details', ...all),
      ...off('payouts_list'),
      ...off('payout_details'),
      ...off('disputes_list', ...all),
    ]);
  });

  test('is over after ten minutes without a look, and after thirty whatever happens', async () => {
    const [staff, idle] = [await staffNow(), await staffNow()];
    const resting = await lookAt(idle, sellerId());
    const looking = await lookAt(staff, sellerId());
    for (const _ of [1, 2, 3]) {
      clock.advance({ minutes: 9 });
      await looking.client(getSeller, {});
      await staff.client(getSupportView, {});
    }
    await expect(resting.client(getSeller, {})).rejects.toMatchObject({ code: 'support_view_over' });
    clock.advance({ minutes: 2, seconds: 59 });
    await looking.client(getSeller, {});
    clock.advance({ seconds: 2 });
    await expect(looking.client(getSeller, {})).rejects.toMatchObject({ code: 'support_view_over' });
    expect(await staff.client(getSupportView, {})).toEqual({ supportView: null, lastEndedBy: 'time' });
    await expect(
      server.database.asSystem((sql) => sql`update support_views set expires_at = expires_at + interval '1 minute'`),
    ).rejects.toThrow(/never extended|check constraint/u);
  });

  /** What is asked, and what is answered while the view runs and afterwards. */
  const asked = {
    look: {
      ask: async (_: TestStaff, { send }: Looking) => (await send(wireRequest(getSeller, {}))).statusCode,
      answers: { running: 200, over: 401 },
    },
    forbidden: {
      ask: async (_: TestStaff, { send }: Looking) =>
        (await send(wireRequest(listSupportViews, { querystring: {} }))).statusCode,
      answers: { running: 403, over: 401 },
    },
    'whether it runs': {
      ask: async ({ client }: TestStaff, { view }: Looking) =>
        (await client(getSupportView, {})).supportView?.expiresAt === view.expiresAt,
      answers: { running: true, over: false },
    },
  } as const;

  test('is over exactly when it must be, whatever is asked and whenever: no request moves its end', async () => {
    const steps = fc.array(
      fc.record({
        waitSeconds: fc.constantFrom(0, 1, 299, 300, 599, 600, 601),
        request: fc.constantFrom('look', 'forbidden', 'whether it runs'),
      } as const),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const staff = await staffNow();
        const looking = await lookAt(staff, sellerId());
        const end = Date.parse(looking.view.expiresAt);
        let idleEnd = Date.parse(looking.view.idleExpiresAt);
        for (const { waitSeconds, request } of [...sequence, { waitSeconds: 1801, request: 'look' } as const]) {
          for (let waited = 0; waited < waitSeconds; waited += 601) {
            clock.advance({ seconds: Math.min(601, waitSeconds - waited) });
            // Keeps their own session going, and no view.
            await staff.client(getStaff, {});
          }
          const at = clock.now().getTime();
          const standing = at < Math.min(idleEnd, end) ? 'running' : 'over';
          const { ask, answers } = asked[request];
          expect([request, await ask(staff, looking)]).toEqual([request, answers[standing]]);
          if (request === 'look' && standing === 'running') idleEnd = at + 600_000;
        }
      }),
      { numRuns: 40, seed: 20_261_126 },
    );
  });

  test('is nobody’s without its header, in another’s session, or under an id that is none', async () => {
    const [staff, colleague] = [await staffNow(), await staffNow()];
    const { view } = await lookAt(staff, sellerId());
    await expect(lookIn(colleague, view).client(getSeller, {})).rejects.toMatchObject({ code: 'support_view_over' });
    for (const supportViewId of [randomUUID(), 'x', ''])
      await expect(lookIn(staff, { ...view, supportViewId }).client(getSeller, {})).rejects.toMatchObject({
        code: 'support_view_over',
      });
    const half = server.browser();
    half.cookies.set('__Host-session', seller.cookies.get('__Host-session') ?? '');
    await expect(lookIn(half, view).client(getSeller, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

describe('a view is over at the next request, on every instance, once', () => {
  afterEach(() => switchSupport({ ...server, now: clock.now }, true));

  type End = (staff: TestStaff, view: SupportView, seller: ReadySeller) => Promise<unknown>;
  const ends: Readonly<Record<string, End>> = {
    'they stop it': ({ client }) => client(stopSupportView, {}),
    'they sign out': ({ client }) => client(signOutStaff, {}),
    'they are disabled': ({ email }) => server.database.asSystem((sql) => disableStaff(sql, email, clock.now())),
    'their factors are reset': ({ email }) => server.database.asSystem((sql) => resetStaff(sql, email, clock.now())),
    'they get another role': ({ email }) =>
      server.database.asSystem((sql) => changeRole(sql, email, 'admin', clock.now())),
    'an admin ends it': async (_, { supportViewId }) =>
      (await staffNow('admin')).client(endRunningSupportView, { params: { supportViewId }, body: {} }),
    'the seller ends it': (_, { supportViewId }, { client }) =>
      client(endSupportView, { params: { supportViewId }, body: {} }),
    'the seller lets nobody look': (_, __, { client }) => client(allowSupportViews, { body: { isAllowed: false } }),
    'the operator switches it off': () => switchSupport({ ...server, now: clock.now }, false),
  };

  test.each(Object.entries(ends))('%s', async (_, end) => {
    const [staff, own] = [await staffNow(), await signUpReady(server)];
    const looking = await lookAt(staff, own.seller.sellerId);
    const elsewhere = lookIn(other.withCookiesOf(staff), looking.view);
    await elsewhere.client(getSeller, {});
    await end(staff, looking.view, own);
    for (const { send } of [elsewhere, looking])
      expect((await send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
    const { supportViews } = await own.client(listSupportViews, { querystring: {} });
    expect(
      supportViews.find(({ supportViewId }) => supportViewId === looking.view.supportViewId)?.endedAt,
    ).not.toBeNull();
  });

  test('and only an admin ends what a colleague looks at', async () => {
    const [staff, colleague] = [await staffNow(), await staffNow()];
    const { view, client } = await lookAt(staff, sellerId());
    const ending = colleague.client(endRunningSupportView, { params: { supportViewId: view.supportViewId }, body: {} });
    await expect(ending).rejects.toMatchObject({ code: 'admins_only' });
    await client(getSeller, {});
  });
});

describe('the seller', () => {
  test('sees who looked, when, why and at what', async () => {
    const staff = await staffNow();
    const own = await signUpReady(server);
    const looking = await lookAt(staff, own.seller.sellerId);
    await looking.client(getSeller, {});
    await looking.client(getSeller, {});
    await looking.client(listCharges, { querystring: {} });
    const running = await own.client(listSupportViews, { querystring: {} });
    expect(running).toMatchObject({ isAllowed: true, supportViews: [{ staffName: 'Sam Support', endedAt: null }] });
    await staff.client(stopSupportView, {});
    const { supportViews } = await own.client(listSupportViews, { querystring: {} });
    expect(supportViews).toEqual([
      {
        supportViewId: looking.view.supportViewId,
        staffName: 'Sam Support',
        reason: 'Their payout is missing',
        ticket: null,
        startedAt: looking.view.startedAt,
        endedAt: clock.now().toISOString(),
        endedBy: 'staff',
        lookedAt: [
          { operation: 'getSeller', times: 2 },
          { operation: 'listCharges', times: 1 },
        ],
      },
    ]);
  });

  test('who lets nobody look is not looked at, and does not see the views of others', async () => {
    const [staff, shy] = [await staffNow(), await signUpReady(server)];
    await shy.client(allowSupportViews, { body: { isAllowed: false } });
    await expect(lookAt(staff, shy.seller.sellerId)).rejects.toMatchObject({ code: 'support_declined' });
    expect(await shy.client(listSupportViews, { querystring: {} })).toEqual({
      isAllowed: false,
      supportViews: [],
      nextCursor: null,
    });
    const { view } = await lookAt(staff, sellerId());
    const ending = shy.client(endSupportView, { params: { supportViewId: view.supportViewId }, body: {} });
    await expect(ending).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('every request in a view is one line of the audit, however many come at once, and the chain is whole', async () => {
  const staff = await staffNow();
  const looking = await lookAt(staff, sellerId());
  const elsewhere = lookIn(other.withCookiesOf(staff), looking.view);
  const before = (await lines()).length;
  const asked = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? looking : elsewhere));
  await Promise.all(asked.map(({ client }) => client(getSeller, {})));
  expect((await lines()).length - before).toBe(60);
  expect(await verifyAudit(server.database)).toMatchObject({ whole: true });
});

test('when Stripe answers with a session of the live mode, nobody gets it and the view is over', async () => {
  const live = { account: 'acct_1Own', livemode: true, client_secret: 'accs_secret__1', expires_at: 1 };
  const stripe = await startRecordingServer({ status: 200, body: live });
  const bare = await startBareTestApp({ env: { STRIPE_API_BASE: stripe.apiBase } });
  const owner = await bare.signUp();
  await storeAccount(bare.database, owner.seller.sellerId, live.account);
  const staff = await addTestStaff(bare, { now: () => new Date() });
  await staff.signIn();
  const looking = await lookAt(staff, owner.seller.sellerId);
  const opening = looking.client(createSupportAccountSession, { body: {} });
  await expect(opening).rejects.toMatchObject({ code: 'stripe_refused' });
  await expect(looking.client(getSeller, {})).rejects.toMatchObject({ code: 'support_view_over' });
  const [line] = await bare.database.asSystem((sql) => sql`select action, details from audit_lines order by seq desc`);
  expect(line).toMatchObject({ action: 'support_view_ended', details: { by: 'mode' } });
  expect(bare.log.join('')).not.toContain('accs_secret');
  await bare.close();
  await stripe.close();
});

test('a deployment with live keys alone has none of staff’s routes', async () => {
  const env = {
    MODE: 'live',
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://sell.example',
    STRIPE_SECRET_KEY: 'rk_live_1234567890',
    STRIPE_PUBLISHABLE_KEY: 'pk_live_1234567890',
    STRIPE_API_BASE: '',
    STRIPE_WEBHOOK_SECRETS_PLATFORM: 'whsec_platform1',
    STRIPE_WEBHOOK_SECRETS_CONNECT: 'whsec_connect12',
  };
  const bare = await startBareTestApp({ env });
  const { send } = bare.browser();
  for (const { method, url, access, schema } of endpoints.filter((one) => one.url.startsWith('/api/support/'))) {
    const headers = { 'x-sellerdesk-client': 'web', ...(schema.body && { 'content-type': 'application/json' }) };
    const request = {
      method,
      url: url.replaceAll(/:\w+/gu, randomUUID()),
      headers,
      ...(schema.body && { body: '{}' }),
    };
    expect([access, url, (await send(request)).statusCode]).toEqual([access, url, 404]);
  }
  const owner = await bare.signUp();
  const headers = { 'x-sellerdesk-support-view': randomUUID() };
  expect((await owner.send({ method: 'GET', url: getSeller.url, headers })).statusCode).toBe(401);
  await bare.close();
});
