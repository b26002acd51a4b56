import { randomUUID } from 'node:crypto';
import {
  createCharge,
  getSupportSeller,
  listDeliveries,
  listSellerViews,
  listSupportCharges,
  listSupportViews,
  stopSupportView,
  wireRequest,
} from '@sellerdesk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chargeBody } from '../charges/test/charge-body.ts';
import { eventsSettled } from '../test/events-settled.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { lookAt } from './test/looking.ts';

let server: TestApp;
let staff: TestStaff;
let seller: ReadySeller;
beforeAll(async () => {
  server = await startTestApp();
  staff = await addTestStaff(server, { now: () => new Date() });
  await staff.signIn();
  seller = await signUpReady(server);
});
afterAll(() => server.close());

const params = (): { sellerId: string } => ({ sellerId: seller.seller.sellerId });
const auditLines = (): Promise<object[]> =>
  server.database.asSystem(
    (sql) => sql`select action, actor, subject_seller_id as subject, details from audit_lines order by seq`,
  );

describe('a seller', () => {
  test('is told with how their account stands and the platform’s view of it', async () => {
    expect(await staff.client(getSupportSeller, { params: params() })).toMatchObject({
      sellerId: seller.seller.sellerId,
      email: seller.email,
      supportAllowed: true,
      account: {
        stripeAccountId: seller.stripeAccountId,
        state: 'ready',
        mode: 'test',
        dashboardUrl: `${server.emulator.url}/dashboard/test/connect/accounts/${seller.stripeAccountId}`,
        chargesEnabled: true,
        payoutsEnabled: true,
        requirements: [],
        readAt: expect.stringMatching(/^\d{4}-/u),
      },
      disconnectedAt: null,
    });
  });

  test('is told with what Stripe waits for, in words', async () => {
    const other = await signUpReady(server);
    server.emulator.control.setAccountState(other.stripeAccountId, 'restricted');
    await server.emulator.control.deliveriesSettled();
    await eventsSettled(server.database);
    const { account } = await staff.client(getSupportSeller, { params: { sellerId: other.seller.sellerId } });
    expect(account?.state).toBe('restricted');
    expect(account?.requirements[0]).toMatchObject({ label: expect.stringMatching(/^[A-Z]/u) });
  });

  test('who has no account, or cut it off, is told so, and what was announced of it is still there', async () => {
    const newcomer = await server.signUp();
    const sellerId = newcomer.seller.sellerId;
    expect(await staff.client(getSupportSeller, { params: { sellerId } })).toMatchObject({
      account: null,
      disconnectedAt: null,
    });
    expect(await staff.client(listDeliveries, { params: { sellerId }, querystring: {} })).toEqual({
      deliveries: [],
      nextCursor: null,
    });
    const gone = await signUpReady(server);
    await server.database.asSystem(
      (sql) => sql`update accounts set deauthorized_at = now() where stripe_account_id = ${gone.stripeAccountId}`,
    );
    const who = { sellerId: gone.seller.sellerId };
    expect(await staff.client(getSupportSeller, { params: who })).toMatchObject({
      account: null,
      disconnectedAt: expect.stringMatching(/^\d{4}-/u),
    });
    expect((await staff.client(listDeliveries, { params: who, querystring: {} })).deliveries).not.toEqual([]);
  });
});

test('charges come newest first, page by page, without the customer’s address and the link where they pay', async () => {
  const made: string[] = [];
  for (const index of Array.from({ length: 23 }).keys()) {
    const body = chargeBody({ description: `Pot ${index}`, customerEmail: 'private@example.com' });
    made.unshift((await seller.client(createCharge, { body })).chargeId);
  }
  const request = wireRequest(listSupportCharges, { params: params(), querystring: {} });
  expect((await staff.send(request)).body).not.toMatch(/private@|checkout/u);
  const first = await staff.client(listSupportCharges, { params: params(), querystring: {} });
  const after = first.nextCursor ?? '';
  const second = await staff.client(listSupportCharges, { params: params(), querystring: { after } });
  expect(second.nextCursor).toBeNull();
  const ids = [...first.charges, ...second.charges].map(({ chargeId }) => chargeId);
  expect(ids).toHaveLength(23);
  expect(new Set(ids)).toEqual(new Set(made));
});

test('what Stripe announced comes newest first, page by page, with what became of it', async () => {
  const stripe = stripeAs(server.emulator, seller.stripeAccountId);
  for (const index of Array.from({ length: 12 }).keys())
    await stripe.paymentIntents.create({ amount: 1000 + index, currency: 'gbp', confirm: false });
  await server.emulator.control.deliveriesSettled();
  await eventsSettled(server.database);
  await server.database.asSystem(
    (sql) => sql`update webhook_events set quarantine = 'given_up', applied_at = null where event_id = (
      select event_id from webhook_events where account = ${seller.stripeAccountId} order by received_at desc limit 1)`,
  );
  const all: Awaited<ReturnType<typeof pageOf>>['deliveries'][number][] = [];
  let after: string | undefined;
  do {
    const page = await pageOf(after);
    all.push(...page.deliveries);
    after = page.nextCursor ?? undefined;
  } while (after !== undefined);
  const [{ count } = { count: 0n }] = await server.database.asSystem(
    (sql) => sql<{ count: bigint }>`select count(*) from webhook_events where account = ${seller.stripeAccountId}`,
  );
  expect(BigInt(all.length)).toBe(count);
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length);
  const received = all.map(({ receivedAt }) => receivedAt);
  expect(received).toEqual(received.toSorted().toReversed());
  expect(all[0]).toMatchObject({ quarantine: 'given_up', appliedAt: null, nextTryAt: null });
  expect(all[1]).toMatchObject({ quarantine: null, appliedAt: expect.any(String), nextTryAt: null });
});

const pageOf = (after: string | undefined) =>
  staff.client(listDeliveries, { params: params(), querystring: { ...(after !== undefined && { after }) } });

test('who looked comes as the seller sees it, page by page', async () => {
  for (const _ of Array.from({ length: 22 })) {
    await lookAt(staff, seller.seller.sellerId);
    await staff.client(stopSupportView, {});
  }
  const first = await staff.client(listSellerViews, { params: params(), querystring: {} });
  const after = first.nextCursor ?? '';
  const second = await staff.client(listSellerViews, { params: params(), querystring: { after } });
  expect([first.supportViews.length, second.supportViews.length, second.nextCursor]).toEqual([20, 2, null]);
  expect(first.supportViews[0]).toMatchObject({ staffName: 'Sam Support', endedBy: 'staff', ticket: null });
  const own = await seller.client(listSupportViews, { querystring: { after } });
  expect(own.supportViews).toEqual(second.supportViews);
});

/** Everything that is read of one seller. */
const reads: Readonly<Record<string, (sellerId: string) => Promise<unknown>>> = {
  getSupportSeller: (sellerId) => staff.client(getSupportSeller, { params: { sellerId } }),
  listSupportCharges: (sellerId) => staff.client(listSupportCharges, { params: { sellerId }, querystring: {} }),
  listDeliveries: (sellerId) => staff.client(listDeliveries, { params: { sellerId }, querystring: {} }),
  listSellerViews: (sellerId) => staff.client(listSellerViews, { params: { sellerId }, querystring: {} }),
};

test.each(Object.entries(reads))('%s is in the audit with who read it of whom', async (operation, read) => {
  const before = (await auditLines()).length;
  await read(seller.seller.sellerId);
  expect((await auditLines()).slice(before)).toEqual([
    {
      action: 'seller_read',
      actor: expect.stringMatching(/^staff:/u),
      subject: seller.seller.sellerId,
      details: { operation },
    },
  ]);
});

test.each(Object.entries(reads))('%s finds nothing of a seller there is not', async (_, read) => {
  const before = (await auditLines()).length;
  await expect(read(randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  expect((await auditLines()).length).toBe(before);
});

test.each([listSupportCharges, listDeliveries, listSellerViews])(
  '$operationId refuses a page that is none of it',
  async (endpoint) => {
    const after = Buffer.from("1 x';--").toString('base64url');
    const reading = staff.client(endpoint, { params: params(), querystring: { after } });
    await expect(reading).rejects.toMatchObject({ code: 'validation_failed' });
  },
);
