import { createCharge, searchSellers } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargeBody } from '../charges/test/charge-body.ts';
import { eventsSettled } from '../test/events-settled.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let server: TestApp;
let staff: TestStaff;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp();
  staff = await addTestStaff(server, { now: () => new Date() });
  await staff.signIn();
  await server.signUp({ email: 'fern@example.com', businessName: 'Fern & Flour' });
  await server.signUp({ email: 'percent@example.com', businessName: '100% Wool_' });
  seller = await signUpReady(server);
});
afterAll(() => server.close());

const find = async (query?: string, after?: string) =>
  staff.client(searchSellers, {
    querystring: { ...(query !== undefined && { query }), ...(after !== undefined && { after }) },
  });
const emailsOf = async (query: string): Promise<string[]> => (await find(query)).sellers.map(({ email }) => email);

test('a seller is found by how their address or the name of their business begins, in any case', async () => {
  expect(await emailsOf(' FERN@exa')).toEqual(['fern@example.com']);
  expect(await emailsOf('fern & f')).toEqual(['fern@example.com']);
  expect(await emailsOf('flour')).toEqual([]);
});

test('what has a meaning in patterns is looked for as it is typed', async () => {
  expect(await emailsOf('100%')).toEqual(['percent@example.com']);
  for (const query of ['%', '_', '100_ Wool', String.raw`\ `]) expect(await emailsOf(query)).toEqual([]);
});

test('a seller is found by the id of their account, with how it stands and the platform’s view of it', async () => {
  const { sellers } = await find(seller.stripeAccountId);
  expect(sellers).toMatchObject([
    {
      email: seller.email,
      supportAllowed: true,
      account: {
        stripeAccountId: seller.stripeAccountId,
        state: 'ready',
        mode: 'test',
        dashboardUrl: `${server.emulator.url}/dashboard/test/connect/accounts/${seller.stripeAccountId}`,
      },
    },
  ]);
});

test('a seller is found by a payment, a charge or a payout that Stripe has announced', async () => {
  const stripe = stripeAs(server.emulator, seller.stripeAccountId);
  const payment = await stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'gbp',
    payment_method: 'pm_card_bypassPending',
    confirm: true,
    return_url: 'https://shop.example/',
  });
  const [charge] = (await stripe.charges.list({ payment_intent: payment.id })).data;
  const payout = await stripe.payouts.create({ amount: 1000, currency: 'gbp' });
  await server.emulator.control.deliveriesSettled();
  await eventsSettled(server.database);
  for (const id of [payment.id, charge?.id ?? '', payout.id]) expect(await emailsOf(id)).toEqual([seller.email]);
  expect(await emailsOf('pi_nobodysPayment')).toEqual([]);
});

test('sellers that begin alike are found in alphabetical order, and the newest where nothing is looked for, page by page', async () => {
  for (const index of Array.from({ length: 23 }).keys()) await server.signUp({ email: `many${index}@example.com` });
  const first = await find('many');
  expect(first.sellers).toHaveLength(20);
  const second = await find('many', first.nextCursor ?? '');
  expect(second.nextCursor).toBeNull();
  const emails = [...first.sellers, ...second.sellers].map(({ email }) => email);
  const newest = Array.from({ length: 23 }, (_, index) => `many${22 - index}@example.com`);
  expect(emails).toEqual(newest.toSorted());
  const page = await find();
  expect(page.sellers.map(({ email }) => email)).toEqual(newest.slice(0, 20));
  const next = await find('', page.nextCursor ?? '');
  expect(next.sellers.map(({ email }) => email).slice(0, 3)).toEqual(newest.slice(20));
});

test('whose address begins so comes before whose business does, nobody twice, over pages', async () => {
  for (const index of Array.from({ length: 15 }).keys()) {
    await server.signUp({ email: `oak${index}@example.com`, businessName: `Oak ${index}` });
    await server.signUp({ email: `no${index}@example.com`, businessName: `Oak and ash ${index}` });
  }
  const first = await find('oak');
  const second = await find('oak', first.nextCursor ?? '');
  expect([first.sellers.length, second.sellers.length, second.nextCursor]).toEqual([20, 10, null]);
  const emails = [...first.sellers, ...second.sellers].map(({ email }) => email);
  const numbers = Array.from({ length: 15 }, (_, index) => String(index)).toSorted();
  expect(emails.slice(0, 15)).toEqual(numbers.map((index) => `oak${index}@example.com`).toSorted());
  expect(emails.slice(15)).toEqual(numbers.map((index) => `no${index}@example.com`));
});

test.each([
  'x',
  '{}',
  '{"by":"email","key":"a","sellerId":"1"}',
  '{"by":"email","key":"\\u0000","sellerId":"5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11"}',
])('%s is no page of a search', async (place) => {
  const looking = find('oak', Buffer.from(place).toString('base64url'));
  await expect(looking).rejects.toMatchObject({ code: 'validation_failed', problem: { fields: [{ field: 'after' }] } });
});

test('who looked for what is in the audit', async () => {
  await find('fern');
  const rows = await server.database.asSystem(
    (sql) => sql`select action, details from audit_lines order by seq desc limit 1`,
  );
  expect(rows).toEqual([{ action: 'sellers_searched', details: { query: 'fern' } }]);
});

test('charges of ours are found by their payment', async () => {
  const { chargeId } = await seller.client(createCharge, { body: chargeBody() });
  await server.database.asSystem(
    (sql) => sql`update charges set payment_id = 'pi_ours123456' where charge_id = ${chargeId}`,
  );
  expect(await emailsOf('pi_ours123456')).toEqual([seller.email]);
});
