import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { balancesOf } from '../../world/ledger.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

function byHand(): void {
  const { payoutSchedule } = account;
  app.world.store.update('account', account.id, { payoutSchedule: { ...payoutSchedule, interval: 'manual' } });
}

describe('balances and payouts', () => {
  const payOut = ['standard_payouts'];

  it('offers to pay out only where the session, the schedule and the bank allow it', async () => {
    pay(app.world, account.id, { number: '4000000000000077', amount: 10_000 });
    const payable = async (features: readonly string[]) =>
      (await ask(app, 'balances', secretFor(app.world, account.id, { balances: features }))).body;
    expect(await payable(payOut)).toMatchObject({ currencies: [{ currency: 'usd', available: 9680, payable: 0 }] });
    byHand();
    expect(await payable([])).toMatchObject({ currencies: [{ payable: 0 }] });
    expect(await payable(payOut)).toMatchObject({ currencies: [{ payable: 9680 }] });
    app.world.store.update('account', account.id, { payoutsBlocked: true });
    expect(await payable(payOut)).toMatchObject({ currencies: [{ payable: 0 }] });
  });

  it('shows a balance of nothing before the first payment', async () => {
    const { body } = await ask(app, 'balances', secretFor(app.world, account.id, { balances: [] }));
    expect(body).toMatchObject({ currencies: [{ currency: 'usd', available: 0, onTheWay: 0, payable: 0 }] });
  });

  it("shows the account's own currency first", async () => {
    pay(app.world, account.id, { currency: 'eur' });
    pay(app.world, account.id, { currency: 'usd' });
    const { body } = await ask(app, 'balances', secretFor(app.world, account.id, { balances: [] }));
    expect(body).toMatchObject({ currencies: [{ currency: 'usd' }, { currency: 'eur' }] });
  });

  it('sends money to the bank once, and shows it', async () => {
    pay(app.world, account.id, { number: '4000000000000077', amount: 10_000 });
    byHand();
    const secret = secretFor(app.world, account.id, { payouts: payOut });
    const sent = await act(app, 'payouts', secret, { amount: 5000, currency: 'usd' });
    expect(sent).toMatchObject({ status: 200 });
    expect(balancesOf(app.world, account.id)).toMatchObject([{ available: 4680 }]);
    expect((await ask(app, 'payouts', secret)).body).toMatchObject({
      rows: [{ id: sent.body['id'], amount: 5000, automatic: false, bank: { last4: '6789' } }],
    });
    expect((await ask(app, `payouts/${String(sent.body['id'])}`, secret)).body).toMatchObject({
      amount: 5000,
      failure: null,
    });
    expect(await act(app, 'payouts', secret, { amount: 4681, currency: 'usd' })).toMatchObject({ status: 400 });
  });

  it('sends nothing without the right to', async () => {
    pay(app.world, account.id, { number: '4000000000000077' });
    const body = { amount: 100, currency: 'usd' };
    expect(await act(app, 'payouts', secretFor(app.world, account.id, { payouts: payOut }), body)).toMatchObject({
      status: 403,
    });
    byHand();
    expect(await act(app, 'payouts', secretFor(app.world, account.id, { payouts: [] }), body)).toMatchObject({
      status: 403,
    });
    expect(app.world.store.all('payout', account.id)).toEqual([]);
  });

  it('changes the schedule where the session allows it', async () => {
    const weekly = { interval: 'weekly', weeklyDays: ['friday'] };
    const allowed = secretFor(app.world, account.id, { payouts: ['edit_payout_schedule'] });
    expect(await act(app, 'payout-schedule', allowed, weekly)).toMatchObject({ status: 200 });
    expect((await ask(app, 'payout-overview', allowed)).body).toMatchObject({
      schedule: weekly,
      mayEditSchedule: true,
    });
    const other = secretFor(app.world, account.id, { payouts: [] });
    expect(await act(app, 'payout-schedule', other, { interval: 'manual' })).toMatchObject({ status: 403 });
    expect((await ask(app, 'payout-overview', other)).body).toMatchObject({ schedule: weekly, mayEditSchedule: false });
  });

  it.each([
    { interval: 'yearly' },
    { interval: 'weekly' },
    { interval: 'weekly', weeklyDays: ['sunday'] },
    { interval: 'monthly', monthlyDays: [32] },
  ])('refuses the schedule %j', async (schedule) => {
    const secret = secretFor(app.world, account.id, { payouts: ['edit_payout_schedule'] });
    expect(await act(app, 'payout-schedule', secret, schedule)).toMatchObject({ status: 400 });
  });
});
