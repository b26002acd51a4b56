import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

describe('the balance report', () => {
  it('tells what was there before, what came, and what is there after', async () => {
    const now = app.world.clock.nowUnix();
    pay(app.world, account.id, { amount: 10_000 });
    app.world.clock.set((now + 100) * 1000);
    pay(app.world, account.id, { amount: 20_000 });
    const secret = secretFor(app.world, account.id, { balance_report: [] });
    const { body } = await ask(app, `balance-report?from=${now + 100}&to=${now + 200}`, secret);
    expect(body).toMatchObject({
      totals: [{ currency: 'usd', before: 9680, activity: 19_390, after: 29_070 }],
      lines: [{ amount: 20_000, fee: 610, net: 19_390, currency: 'usd' }],
    });
  });

  it('is about the last thirty days unless told', async () => {
    const secret = secretFor(app.world, account.id, { balance_report: [] });
    const { body } = await ask(app, 'balance-report', secret);
    expect(Number(body['toUnix']) - Number(body['fromUnix'])).toBe(30 * 86_400);
  });
});

describe('the payout report', () => {
  it('is there only where payouts are automatic', async () => {
    const secret = secretFor(app.world, account.id, { payout_reconciliation_report: [] });
    expect((await ask(app, 'payout-report', secret)).body).toMatchObject({ available: true, lines: [] });
    const { payoutSchedule } = account;
    app.world.store.update('account', account.id, { payoutSchedule: { ...payoutSchedule, interval: 'manual' } });
    expect((await ask(app, 'payout-report', secret)).body).toMatchObject({ available: false });
  });

  it.each(['balance-report', 'payout-report'])('%s is not told to another component', async (path) => {
    const secret = secretFor(app.world, account.id, { payments: [] });
    expect(await ask(app, path, secret)).toMatchObject({ status: 403 });
  });
});
