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

test('nothing to look for finds the newest, page by page', async () => {
  for (const index of Array.from({ length: 23 }).keys()) await server.signUp({ email: `many${index}@example.com` });
  const first = await find('many');
  expect(first.sellers).toHaveLength(20);
  const second = await find('many', first.nextCursor ?? '');
  expect(second.nextCursor).toBeNull();
  const emails = [...first.sellers, ...second.sellers].map(({ email }) => email);
  expect(emails).toEqual(Array.from({ length: 23 }, (_, index) => `many${22 - index}@example.com`));
  expect((await find()).sellers.map(({ email }) => email)).toEqual(emails.slice(0, 20));
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
