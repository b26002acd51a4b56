import {
  cancelCharge,
  type Charge,
  createAccount,
  createCharge,
  getCharge,
  getSeller,
  listCharges,
  refreshAccount,
} from '@sellerdesk/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectionsOf } from '../test/connections-of.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { refreshForgotten } from './refresh-charge.ts';
import { chargeBody } from './test/charge-body.ts';
import { patiently } from '../test/patiently.ts';

let server: TestApp;
let seller: ReadySeller;
let aheadMs = 0;

beforeAll(async () => {
  server = await startTestApp({ now: () => new Date(Date.now() + aheadMs) });
  seller = await signUpReady(server);
});

afterAll(() => server.close());

const create = (changes?: Parameters<typeof chargeBody>[0]): Promise<Charge> =>
  seller.client(createCharge, { body: chargeBody(changes) });
const read = ({ chargeId }: Charge): Promise<Charge> => seller.client(getCharge, { params: { chargeId } });
const cancel = ({ chargeId }: Charge): Promise<Charge> =>
  seller.client(cancelCharge, { params: { chargeId }, body: {} });
const becomes = (charge: Charge, state: Charge['state']): Promise<void> =>
  vi.waitFor(async () => expect((await read(charge)).state).toBe(state), patiently);

async function sessionOf({ chargeId }: Charge) {
  const sessions = await stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.list({ limit: 100 });
  const own = sessions.data.filter(({ metadata }) => metadata?.['charge_id'] === chargeId);
  const [session] = own;
  if (session === undefined || own.length > 1) throw new Error(`${own.length} sessions at Stripe for one charge`);
  return session;
}

describe('creating', () => {
  test('a charge waits for its customer on the seller’s own account, with the platform’s fee', async () => {
    const charge = await create({ customerEmail: 'ada@example.com' });
    const session = await sessionOf(charge);
    expect(charge).toMatchObject({
      state: 'waiting',
      amountMinor: 4200,
      currency: 'gbp',
      platformFeeMinor: 105,
      customerEmail: 'ada@example.com',
      checkoutUrl: session.url,
      paymentId: null,
      createdAt: new Date(session.created * 1000).toISOString(),
      expiresAt: new Date(session.expires_at * 1000).toISOString(),
    });
    expect(session).toMatchObject({ amount_total: 4200, customer_email: 'ada@example.com', mode: 'payment' });
  });

  test('the same sent again is the same charge, and at Stripe one session', async () => {
    const body = chargeBody();
    const sent = Array.from({ length: 8 }, () => seller.client(createCharge, { body }));
    const charges = [...(await Promise.all(sent)), await seller.client(createCharge, { body })];
    expect(new Set(charges.map(({ chargeId }) => chargeId)).size).toBe(1);
    expect(new Set(charges.map(({ state }) => state))).toEqual(new Set(['waiting']));
    for (const charge of charges.slice(0, 1)) await expect(sessionOf(charge)).resolves.toBeDefined();
  });

  test.each([
    { amountMinor: 4201 },
    { currency: 'eur' },
    { description: 'One pot' },
    { customerEmail: 'b@example.com' },
  ])('the same key with %o is refused and changes nothing', async (changes) => {
    const body = chargeBody();
    const charge = await seller.client(createCharge, { body });
    const other = seller.client(createCharge, { body: { ...body, ...changes } });
    await expect(other).rejects.toMatchObject({ code: 'idempotency_mismatch' });
    await expect(read(charge)).resolves.toEqual(charge);
  });

  test('a key is the seller’s own: another seller’s same key is another charge', async () => {
    const other = await signUpReady(server);
    const body = chargeBody();
    const charges = await Promise.all([seller, other].map(({ client }) => client(createCharge, { body })));
    expect(new Set(charges.map(({ chargeId }) => chargeId)).size).toBe(2);
  });

  test('nothing is charged before payments are set up', async () => {
    const { client } = await server.signUp();
    await expect(client(createCharge, { body: chargeBody() })).rejects.toMatchObject({ code: 'account_missing' });
    await client(createAccount, { body: {} });
    await expect(client(createCharge, { body: chargeBody() })).rejects.toMatchObject({ code: 'onboarding_incomplete' });
  });

  test('the same sent again is the same charge, whatever has become of the account', async () => {
    const restricted = await signUpReady(server);
    const body = chargeBody();
    const { chargeId } = await restricted.client(createCharge, { body });
    server.emulator.control.setAccountState(restricted.stripeAccountId, 'restricted');
    await restricted.client(refreshAccount, { body: {} });
    const again = restricted.client(createCharge, { body });
    await expect(again).resolves.toMatchObject({ chargeId, state: 'waiting' });
    const anew = restricted.client(createCharge, { body: chargeBody() });
    await expect(anew).rejects.toMatchObject({ code: 'onboarding_incomplete' });
  });

  test('an amount Stripe would not take is refused before it is asked, by field', async () => {
    const refused = create({ amountMinor: 29 });
    await expect(refused).rejects.toMatchObject({ code: 'amount_refused' });
    await expect(refused).rejects.toMatchObject({ problem: { fields: [{ field: 'amountMinor' }] } });
  });

  test('what Stripe refuses is failed, says why, and can be sent anew with another key', async () => {
    server.emulator.control.fault({ path: '/v1/checkout/sessions', kind: 'status', status: 400, times: 1 });
    const charge = await create();
    expect(charge).toMatchObject({ state: 'failed', checkoutUrl: null });
    expect(charge.failureMessage).toContain('An unknown error occurred');
    expect((await create()).state).toBe('waiting');
  });

  test('no transaction is open while Stripe is slow', async () => {
    const creating = (): Promise<unknown[]> =>
      server.database.asSystem((sql) => sql`select charge_id from charges where state = 'creating'`);
    server.emulator.control.fault({ path: '/v1/checkout/sessions', kind: 'slow', delayMs: 2000, times: 1 });
    const charge = create();
    // A job's transaction may be open at one look; one of the request's own would be at every look until Stripe answers.
    await vi.waitFor(async () => {
      expect(await creating()).toHaveLength(1);
      const connections = await connectionsOf(server.database);
      expect(connections.filter(({ state }) => state?.startsWith('idle in transaction'))).toEqual([]);
      expect(await creating()).toHaveLength(1);
    }, patiently);
    expect((await charge).state).toBe('waiting');
  });
});

describe('following', () => {
  test('a charge is paid when its customer paid, and the platform has its fee', async () => {
    const charge = await create({ amountMinor: 8000 });
    server.emulator.control.payCheckoutSession((await sessionOf(charge)).id);
    await becomes(charge, 'paid');
    const paid = await read(charge);
    const payment = await stripeAs(server.emulator, seller.stripeAccountId).paymentIntents.retrieve(
      paid.paymentId ?? '',
    );
    expect(payment).toMatchObject({ status: 'succeeded', amount: 8000, application_fee_amount: 200 });
    expect(paid).toMatchObject({ checkoutUrl: null, createdAt: charge.createdAt });
    expect(Date.parse(paid.paidAt ?? '')).toBeGreaterThanOrEqual(Date.parse(charge.createdAt));
    const fees = await stripeAs(server.emulator).applicationFees.list({ limit: 100 });
    expect(fees.data.filter(({ account }) => account === seller.stripeAccountId).map(({ amount }) => amount)).toContain(
      200,
    );
  });

  test('a card that is declined leaves it waiting', async () => {
    const charge = await create();
    const { id } = await sessionOf(charge);
    server.emulator.control.payCheckoutSession(id, { number: '4000000000000002' });
    await server.emulator.control.deliveriesSettled();
    expect((await read(charge)).state).toBe('waiting');
    server.emulator.control.payCheckoutSession(id);
    await becomes(charge, 'paid');
  });

  test('a link that ran out at Stripe is expired', async () => {
    const charge = await create();
    const { id } = await sessionOf(charge);
    await stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.expire(id);
    await becomes(charge, 'expired');
    expect((await read(charge)).checkoutUrl).toBeNull();
  });

  test('who watches sees it paid although no announcement comes', async () => {
    server.emulator.control.pauseWebhooks();
    const charge = await create();
    server.emulator.control.payCheckoutSession((await sessionOf(charge)).id);
    expect((await read(charge)).state).toBe('waiting');
    aheadMs += 11_000;
    await becomes(charge, 'paid');
    server.emulator.control.resumeWebhooks();
  });

  test('a payment that was never announced and that nobody watches is seen within the hour', async () => {
    server.emulator.control.pauseWebhooks();
    const charge = await create();
    server.emulator.control.payCheckoutSession((await sessionOf(charge)).id);
    const { database } = server;
    await refreshForgotten({ database, now: inMinutes(59) });
    expect(await storedStateOf(charge)).toBe('waiting');
    await refreshForgotten({ database, now: inMinutes(61) });
    await vi.waitFor(async () => expect(await storedStateOf(charge)).toBe('paid'), patiently);
    server.emulator.control.resumeWebhooks();
  });

  test('watching does not ask Stripe more than once in ten seconds', async () => {
    const charge = await create();
    const { id } = await sessionOf(charge);
    await server.emulator.control.deliveriesSettled();
    aheadMs += 11_000;
    server.emulator.control.clearRequests();
    for (let times = 0; times < 20; times += 1) await read(charge);
    await vi.waitFor(() => expect(readsAtStripe(id)).toBe(1), patiently);
    for (let times = 0; times < 20; times += 1) await read(charge);
    expect(readsAtStripe(id)).toBe(1);
  });
});

describe('cancelling', () => {
  test('takes the link back at Stripe, and again does nothing', async () => {
    const charge = await create();
    expect((await cancel(charge)).state).toBe('canceled');
    expect((await sessionOf(charge)).status).toBe('expired');
    expect((await cancel(charge)).state).toBe('canceled');
    await server.emulator.control.deliveriesSettled();
    expect((await read(charge)).state).toBe('canceled');
  });

  test('takes it back for everybody who asks at the same moment', async () => {
    const charge = await create();
    const canceled = await Promise.all(Array.from({ length: 6 }, () => cancel(charge)));
    expect(new Set(canceled.map(({ state }) => state))).toEqual(new Set(['canceled']));
  });

  test('is done when another cancelled it a moment before', async () => {
    await expect(cancelOvertakenBy('canceled')).resolves.toMatchObject({ state: 'canceled' });
  });

  test('says that the customer has paid when they did a moment before', async () => {
    await expect(cancelOvertakenBy('paid')).rejects.toMatchObject({
      code: 'charge_not_cancelable',
      problem: { detail: 'The customer has paid. You can refund the payment.' },
    });
  });

  test('is refused when the seller has cut the account off, and we have not followed yet', async () => {
    const leaving = await signUpReady(server);
    const { chargeId } = await leaving.client(createCharge, { body: chargeBody() });
    await server.database.asSystem(
      (sql) => sql`update accounts set deauthorized_at = now() where stripe_account_id = ${leaving.stripeAccountId}`,
    );
    const canceling = leaving.client(cancelCharge, { params: { chargeId }, body: {} });
    await expect(canceling).rejects.toMatchObject({ code: 'account_missing' });
    expect(cancelCharge.problems).toContain('account_missing');
  });

  test('comes too late when the customer was faster, even before we heard of it', async () => {
    server.emulator.control.pauseWebhooks();
    const charge = await create();
    server.emulator.control.payCheckoutSession((await sessionOf(charge)).id);
    await expect(cancel(charge)).rejects.toMatchObject({ code: 'charge_not_cancelable' });
    expect((await read(charge)).state).toBe('paid');
    server.emulator.control.resumeWebhooks();
  });

  test('is not said to have worked while Stripe does not answer', async () => {
    const charge = await create();
    server.emulator.control.fault({ path: /\/expire$/u, kind: 'status', status: 503 });
    await expect(cancel(charge)).rejects.toMatchObject({ code: 'stripe_unavailable' });
    expect((await read(charge)).state).toBe('waiting');
    server.emulator.control.clearFaults();
    expect((await cancel(charge)).state).toBe('canceled');
  });

  test('is refused for a charge that failed', async () => {
    server.emulator.control.fault({ path: '/v1/checkout/sessions', kind: 'status', status: 400, times: 1 });
    await expect(cancel(await create())).rejects.toMatchObject({ code: 'charge_not_cancelable' });
  });
});

describe('listing', () => {
  test('goes through every charge once, newest first, page by page', async () => {
    const { client } = await signUpReady(server);
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push((await client(createCharge, { body: chargeBody() })).chargeId);
    const seen: Charge[] = [];
    let after: string | undefined;
    do {
      const page = await client(listCharges, { querystring: { limit: '2', ...(after !== undefined && { after }) } });
      seen.push(...page.charges);
      after = page.nextCursor ?? undefined;
    } while (after !== undefined);
    expect(seen.map(({ chargeId }) => chargeId).toSorted()).toEqual(made.toSorted());
    const moments = seen.map(({ createdAt }) => createdAt);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  test.each([{ limit: '0' }, { limit: '101' }, { limit: 'ten' }, { after: 'elsewhere' }])(
    '%o is not a page',
    async (querystring) => {
      await expect(seller.client(listCharges, { querystring })).rejects.toMatchObject({ code: 'validation_failed' });
    },
  );
});

describe('when the seller cuts the account off', () => {
  test('what waits for its customer is followed no more, and says so', async () => {
    const leaving = await signUpReady(server);
    const { chargeId } = await leaving.client(createCharge, { body: chargeBody() });
    server.emulator.control.deauthorize(leaving.stripeAccountId);
    await vi.waitFor(async () => expect((await leaving.client(getSeller, {})).account).toBeNull(), patiently);
    const charge = await leaving.client(getCharge, { params: { chargeId } });
    expect(charge).toMatchObject({ state: 'disconnected', checkoutUrl: null });
    const canceling = leaving.client(cancelCharge, { params: { chargeId }, body: {} });
    await expect(canceling).rejects.toMatchObject({ code: 'charge_not_cancelable' });
  });

  test('one whose answer came after that is followed no more when it is looked at', async () => {
    const leaving = await signUpReady(server);
    const charge = await leaving.client(createCharge, { body: chargeBody() });
    await server.database.asSystem(
      (sql) => sql`update accounts set deauthorized_at = now() where stripe_account_id = ${leaving.stripeAccountId}`,
    );
    await refreshForgotten({ database: server.database, now: inMinutes(61) });
    await vi.waitFor(async () => expect(await storedStateOf(charge)).toBe('disconnected'), patiently);
  });
});

test('who is cut off cannot charge, and what they sent before is still the same charge', async () => {
  const leaving = await signUpReady(server);
  const body = chargeBody();
  const { chargeId } = await leaving.client(createCharge, { body });
  server.emulator.control.deauthorize(leaving.stripeAccountId);
  await vi.waitFor(async () => expect((await leaving.client(getSeller, {})).account).toBeNull(), patiently);
  await expect(leaving.client(createCharge, { body })).resolves.toMatchObject({ chargeId });
  await expect(leaving.client(createCharge, { body: chargeBody() })).rejects.toMatchObject({ code: 'account_missing' });
  await expect(leaving.client(refreshAccount, { body: {} })).rejects.toMatchObject({ code: 'account_missing' });
});

/** Cancels a charge whose state changes at the same moment, in a transaction that cancelling has to wait for. */
async function cancelOvertakenBy(state: Charge['state']): Promise<Charge> {
  const charge = await create();
  const [changed, canCommit] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const changing = server.database.asSystem(async (sql) => {
    await sql`update charges set state = ${state} where charge_id = ${charge.chargeId}`;
    changed.resolve(undefined);
    await canCommit.promise;
  });
  await changed.promise;
  const [canceled] = await Promise.all([
    cancel(charge),
    vi
      .waitFor(async () => {
        const connections = await connectionsOf(server.database);
        expect(connections.some(({ isWaitingForLock }) => isWaitingForLock)).toBe(true);
      }, patiently)
      .finally(() => canCommit.resolve(undefined)),
    changing,
  ]);
  return canceled;
}

function readsAtStripe(session: string): number {
  const requests = server.emulator.control.requests();
  return requests.filter(({ method, path }) => method === 'GET' && path.endsWith(session)).length;
}

/** Read without watching. */
async function storedStateOf({ chargeId }: Charge): Promise<string | undefined> {
  const rows = await server.database.asSystem(
    (sql) => sql<{ state: string }>`
    select state from charges where charge_id = ${chargeId}`,
  );
  return rows[0]?.state;
}

function inMinutes(minutes: number): () => Date {
  return () => new Date(Date.now() + aheadMs + minutes * 60_000);
}
