import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireAccountSessions } from '../../world/account-sessions.ts';
import { balancesOf } from '../../world/ledger.ts';
import type { Account } from '../../world/state.ts';
import { newAccount, pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { PaymentRow } from '../frame-data.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

async function ask(path: string, secret: string, headers: Record<string, string> = {}): Promise<Answer> {
  const reply = await app.server.inject({
    url: `/v1.0/frame-api/${path}`,
    headers: { authorization: `Bearer ${secret}`, ...headers },
  });
  return { status: reply.statusCode, body: reply.json() };
}

async function act(
  path: string,
  secret: string,
  payload: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const reply = await app.server.inject({
    method: 'POST',
    url: `/v1.0/frame-api/${path}`,
    headers: { authorization: `Bearer ${secret}`, ...headers },
    payload,
  });
  return { status: reply.statusCode, body: reply.json() };
}

describe('who may ask', () => {
  const everything = { payments: [], balances: [], payouts: [], disputes_list: [], notification_banner: [] };

  it.each([
    ['a secret that is over', () => expireAccountSessions(app.world)],
    ['an account that left', () => app.world.store.update('account', account.id, { deauthorized: true })],
  ])('answers 401 to %s', async (_, happen) => {
    const secret = secretFor(app.world, account.id, everything);
    expect(await ask('payments', secret)).toMatchObject({ status: 200 });
    happen();
    expect(await ask('payments', secret)).toEqual({
      status: 401,
      body: { error: { type: 'authentication_error', message: expect.any(String) } },
    });
  });

  it('answers 401 without a secret', async () => {
    expect(await ask('payments', '')).toMatchObject({ status: 401 });
  });

  it('ends the session when the page logs out', async () => {
    const secret = secretFor(app.world, account.id, everything);
    expect(await act('session/end', secret, {})).toMatchObject({ status: 200 });
    expect(await ask('revision', secret)).toMatchObject({ status: 401 });
  });

  it.each([
    ['payments', 'balances'],
    ['balances', 'payments'],
    ['payouts', 'payout_details'],
    ['payout-overview', 'payouts_list'],
    ['disputes', 'payments'],
    ['notices', 'payments'],
    ['account', 'payments'],
  ])('does not tell %s to a session with %s only', async (path, component) => {
    expect(await ask(path, secretFor(app.world, account.id, { [component]: [] }))).toMatchObject({ status: 403 });
  });

  it.each([{ origin: 'http://localhost:5173' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'does not answer another page (%j)',
    async (headers) => {
      const secret = secretFor(app.world, account.id, everything);
      expect(await ask('payments', secret, { host: '127.0.0.1:4242', ...headers })).toMatchObject({ status: 403 });
    },
  );

  it('does not show the objects of another account', async () => {
    const foreign = pay(app.world, readyAccount(app.world).id);
    const secret = secretFor(app.world, account.id, everything);
    expect(await ask(`payments/${foreign}`, secret)).toMatchObject({ status: 404 });
    expect(await ask(`payments?after=${foreign}`, secret)).toMatchObject({ status: 400 });
  });

  it('refuses an address that is none in the words frames read', async () => {
    expect(await ask('secrets', secretFor(app.world, account.id, everything))).toEqual({
      status: 404,
      body: { error: { type: 'invalid_request_error', message: expect.any(String) } },
    });
  });
});

describe('payments', () => {
  async function listed(query = ''): Promise<{ rows: readonly PaymentRow[]; next: string | null }> {
    const reply = await app.server.inject({
      url: `/v1.0/frame-api/payments${query}`,
      headers: { authorization: `Bearer ${secretFor(app.world, account.id, { payments: [] })}` },
    });
    expect(reply.statusCode).toBe(200);
    return reply.json();
  }

  it('are shown newest first with who paid, how, and how they stand', async () => {
    pay(app.world, account.id, { description: 'Bread', email: 'ada@example.com' });
    pay(app.world, account.id, { number: '4000000000000002', amount: 900 });
    const { rows, next } = await listed();
    expect(next).toBeNull();
    expect(rows).toMatchObject([
      { amount: 900, status: 'failed' },
      {
        amount: 2500,
        currency: 'usd',
        amountRefunded: 0,
        status: 'successful',
        description: 'Bread',
        customer: 'ada@example.com',
        method: { brand: 'visa', last4: '4242' },
      },
    ]);
  });

  it('come page by page, each once', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => pay(app.world, account.id, { amount: 1000 + index }));
    const seen: string[] = [];
    let query = '';
    for (;;) {
      const { rows, next } = await listed(query);
      seen.push(...rows.map(({ id }) => id));
      if (next === null) break;
      query = `?after=${next}`;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('end where the last page is just full', async () => {
    for (let index = 0; index < 10; index += 1) pay(app.world, account.id);
    expect((await listed()).next).toBeNull();
  });

  it.each([
    ['?status=failed', [3000]],
    ['?status=failed&status=uncaptured', [4000, 3000]],
    ['?amountFrom=2000&amountTo=3000', [3000, 2000]],
    ['?paymentMethod=card', [4000, 3000, 2000]],
    ['?paymentMethod=klarna', []],
    ['?createdFrom=2000000000', []],
    ['?createdTo=1000000000', []],
  ])('are narrowed by %s', async (query, amounts) => {
    pay(app.world, account.id, { amount: 2000 });
    pay(app.world, account.id, { amount: 3000, number: '4000000000000002' });
    pay(app.world, account.id, { amount: 4000, captureMethod: 'manual' });
    expect((await listed(query)).rows.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('are filled to a whole page also where few match', async () => {
    for (let index = 0; index < 30; index += 1) {
      pay(app.world, account.id, index % 3 === 0 ? {} : { number: '4000000000000002' });
    }
    const { rows, next } = await listed('?status=successful');
    expect(rows).toHaveLength(10);
    expect(next).toBeNull();
  });

  it('refuse a filter that is no number', async () => {
    const secret = secretFor(app.world, account.id, { payments: [] });
    expect(await ask('payments?amountFrom=much', secret)).toMatchObject({ status: 400 });
  });
});

describe('a payment', () => {
  const rights = ['refund_management', 'capture_payments', 'dispute_management'];
  const details = async (id: string, features: readonly string[] = rights) =>
    (await ask(`payments/${id}`, secretFor(app.world, account.id, { payment_details: features }))).body;

  it('tells fees and net, which add up', async () => {
    const id = pay(app.world, account.id, { amount: 10_000, applicationFeeAmount: 500 });
    expect(await details(id)).toMatchObject({
      fees: [
        { label: 'Platform fee', amount: 500 },
        { label: 'Stripe fee', amount: 320 },
      ],
      net: 9180,
      refundable: 10_000,
      capturable: 0,
      dispute: null,
      failure: null,
    });
  });

  it('is found by its charge as well', async () => {
    const id = pay(app.world, account.id);
    const { latestCharge } = app.world.store.get('payment_intent', id);
    expect(await details(latestCharge ?? '')).toMatchObject({ id });
  });

  it('says why it failed, and that no money moved', async () => {
    const id = pay(app.world, account.id, { number: '4000000000009995' });
    expect(await details(id)).toMatchObject({
      status: 'failed',
      failure: expect.stringContaining('insufficient funds'),
      net: null,
      refundable: 0,
    });
  });

  it('is refunded in part and then in full', async () => {
    const id = pay(app.world, account.id, { amount: 5000 });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    expect(await act(`payments/${id}/refund`, secret, { amount: 2000, reason: 'duplicate' })).toMatchObject({
      status: 200,
    });
    expect(await details(id)).toMatchObject({ status: 'partially_refunded', amountRefunded: 2000, refundable: 3000 });
    expect(await act(`payments/${id}/refund`, secret, { amount: 3001 })).toMatchObject({ status: 400 });
    expect(await act(`payments/${id}/refund`, secret, { amount: 3000 })).toMatchObject({ status: 200 });
    expect(await details(id)).toMatchObject({ status: 'refunded', refundable: 0, net: -175 });
    const [reason] = app.world.store.all('refund', account.id).map((refund) => refund.reason);
    expect(reason).toBe('duplicate');
  });

  it('is captured, for less than was authorised', async () => {
    const id = pay(app.world, account.id, { amount: 5000, captureMethod: 'manual' });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    expect(await details(id)).toMatchObject({ status: 'uncaptured', capturable: 5000, net: null });
    expect(await act(`payments/${id}/capture`, secret, { amount: 5001 })).toMatchObject({ status: 400 });
    expect(await act(`payments/${id}/capture`, secret, { amount: 4000 })).toMatchObject({ status: 200 });
    expect(await details(id)).toMatchObject({
      status: 'successful',
      amount: 4000,
      amountRefunded: 0,
      capturable: 0,
      refundable: 4000,
    });
    expect(await act(`payments/${id}/capture`, secret, { amount: 1 })).toMatchObject({ status: 400 });
  });

  it('offers nothing that the session does not allow', async () => {
    const paid = pay(app.world, account.id);
    const held = pay(app.world, account.id, { captureMethod: 'manual' });
    expect(await details(paid, [])).toMatchObject({ refundable: 0 });
    expect(await details(held, [])).toMatchObject({ capturable: 0 });
    const secret = secretFor(app.world, account.id, { payment_details: [] });
    expect(await act(`payments/${paid}/refund`, secret, { amount: 1 })).toMatchObject({ status: 403 });
    expect(await act(`payments/${held}/capture`, secret, { amount: 1 })).toMatchObject({ status: 403 });
    expect(app.world.store.all('refund', account.id)).toEqual([]);
  });

  it('is refunded only from the component that may', async () => {
    const id = pay(app.world, account.id);
    const secret = secretFor(app.world, account.id, { payments: [], payment_details: ['refund_management'] });
    const from = (component: string) =>
      act(`payments/${id}/refund`, secret, { amount: 100 }, { 'frame-component': component });
    expect(await from('payments')).toMatchObject({ status: 403 });
    expect(await from('payment-details')).toMatchObject({ status: 200 });
  });

  it.each([{}, { amount: 0 }, { amount: -5 }, { amount: 1.5 }, { amount: '100' }])(
    'is not refunded with %j',
    async (body) => {
      const id = pay(app.world, account.id);
      const secret = secretFor(app.world, account.id, { payments: rights });
      expect(await act(`payments/${id}/refund`, secret, body)).toMatchObject({ status: 400 });
    },
  );

  it('tells what happened to it, newest first', async () => {
    const id = pay(app.world, account.id, { number: '4000000000000002' });
    expect(await details(id)).toMatchObject({
      timeline: [{ text: expect.stringMatching(/^Payment failed: /), tone: 'danger' }, { text: 'Payment started' }],
    });
  });

  it('shows its dispute, what it costs, and until when it can be answered', async () => {
    const id = pay(app.world, account.id, { number: '4000000000000259', amount: 5000 });
    const disputed = await details(id);
    expect(disputed).toMatchObject({
      status: 'disputed',
      refundable: 0,
      dispute: { status: 'needs_response', answerDueUnix: expect.any(Number), mayAnswer: true },
    });
    expect(await details(id, [])).toMatchObject({ dispute: { mayAnswer: false } });
    const list = await ask('disputes', secretFor(app.world, account.id, { disputes_list: [] }));
    expect(list.body).toMatchObject({ rows: [{ payment: id, amount: 5000 }], next: null });
  });
});

describe('balances and payouts', () => {
  const payOut = ['standard_payouts'];

  it('offers to pay out only where the session, the schedule and the bank allow it', async () => {
    pay(app.world, account.id, { number: '4000000000000077', amount: 10_000 });
    const payable = async (features: readonly string[]) =>
      (await ask('balances', secretFor(app.world, account.id, { balances: features }))).body;
    expect(await payable(payOut)).toMatchObject({ currencies: [{ currency: 'usd', available: 9680, payable: 0 }] });
    byHand();
    expect(await payable([])).toMatchObject({ currencies: [{ payable: 0 }] });
    expect(await payable(payOut)).toMatchObject({ currencies: [{ payable: 9680 }] });
    app.world.store.update('account', account.id, { payoutsBlocked: true });
    expect(await payable(payOut)).toMatchObject({ currencies: [{ payable: 0 }] });
  });

  it('shows a balance of nothing before the first payment', async () => {
    const { body } = await ask('balances', secretFor(app.world, account.id, { balances: [] }));
    expect(body).toMatchObject({ currencies: [{ currency: 'usd', available: 0, onTheWay: 0, payable: 0 }] });
  });

  it('sends money to the bank once, and shows it', async () => {
    pay(app.world, account.id, { number: '4000000000000077', amount: 10_000 });
    byHand();
    const secret = secretFor(app.world, account.id, { payouts: payOut });
    const sent = await act('payouts', secret, { amount: 5000, currency: 'usd' });
    expect(sent).toMatchObject({ status: 200 });
    expect(balancesOf(app.world, account.id)).toMatchObject([{ available: 4680 }]);
    expect((await ask('payouts', secret)).body).toMatchObject({
      rows: [{ id: sent.body['id'], amount: 5000, automatic: false, bank: { last4: '6789' } }],
    });
    expect((await ask(`payouts/${String(sent.body['id'])}`, secret)).body).toMatchObject({
      amount: 5000,
      failure: null,
    });
    expect(await act('payouts', secret, { amount: 4681, currency: 'usd' })).toMatchObject({ status: 400 });
  });

  it('sends nothing without the right to', async () => {
    pay(app.world, account.id, { number: '4000000000000077' });
    const body = { amount: 100, currency: 'usd' };
    expect(await act('payouts', secretFor(app.world, account.id, { payouts: payOut }), body)).toMatchObject({
      status: 403,
    });
    byHand();
    expect(await act('payouts', secretFor(app.world, account.id, { payouts: [] }), body)).toMatchObject({
      status: 403,
    });
    expect(app.world.store.all('payout', account.id)).toEqual([]);
  });

  it('changes the schedule where the session allows it', async () => {
    const weekly = { interval: 'weekly', weeklyDays: ['friday'] };
    const allowed = secretFor(app.world, account.id, { payouts: ['edit_payout_schedule'] });
    expect(await act('payout-schedule', allowed, weekly)).toMatchObject({ status: 200 });
    expect((await ask('payout-overview', allowed)).body).toMatchObject({ schedule: weekly, mayEditSchedule: true });
    const other = secretFor(app.world, account.id, { payouts: [] });
    expect(await act('payout-schedule', other, { interval: 'manual' })).toMatchObject({ status: 403 });
    expect((await ask('payout-overview', other)).body).toMatchObject({ schedule: weekly, mayEditSchedule: false });
  });

  it.each([
    { interval: 'yearly' },
    { interval: 'weekly' },
    { interval: 'weekly', weeklyDays: ['sunday'] },
    { interval: 'monthly', monthlyDays: [32] },
  ])('refuses the schedule %j', async (schedule) => {
    const secret = secretFor(app.world, account.id, { payouts: ['edit_payout_schedule'] });
    expect(await act('payout-schedule', secret, schedule)).toMatchObject({ status: 400 });
  });

  function byHand(): void {
    const { payoutSchedule } = account;
    app.world.store.update('account', account.id, { payoutSchedule: { ...payoutSchedule, interval: 'manual' } });
  }
});

describe('notices', () => {
  const noticesOf = async (id: string) =>
    (await ask('notices', secretFor(app.world, id, { notification_banner: [] }))).body;
  const demand = (deadlineUnix: number) => ({ field: 'individual.verification.document', deadlineUnix, problem: null });

  it('say nothing while there is nothing to do, or onboarding is not over', async () => {
    expect(await noticesOf(account.id)).toEqual({ notices: [] });
    expect(await noticesOf(newAccount(app.world).id)).toEqual({ notices: [] });
  });

  it('say until when something is needed', async () => {
    const dueUnix = app.world.clock.nowUnix() + 1000;
    app.world.store.update('account', account.id, { demands: [demand(dueUnix)] });
    expect(await noticesOf(account.id)).toMatchObject({
      notices: [{ tone: 'warning', dueUnix, action: 'Provide information' }],
    });
  });

  it('say that it is late, and lead to onboarding', async () => {
    app.world.store.update('account', account.id, { demands: [demand(1)] });
    expect(await noticesOf(account.id)).toMatchObject({ notices: [{ tone: 'danger', dueUnix: null }] });
    const secret = secretFor(app.world, account.id, { notification_banner: [] });
    const { body } = await act('onboarding-link', secret, {});
    expect(body['url']).toMatch(new RegExp(`^http://127.0.0.1:4242/connect/setup/s/${account.id}/`));
  });
});

it('has another revision after every change', async () => {
  const secret = secretFor(app.world, account.id, { payments: [] });
  const revision = async () => (await ask('revision', secret)).body['revision'];
  const before = await revision();
  expect(await revision()).toBe(before);
  pay(app.world, account.id);
  expect(await revision()).not.toBe(before);
});
