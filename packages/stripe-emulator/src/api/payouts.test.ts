import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const november = (day: number): number => Date.UTC(2026, 10, day) / 1000;

type Seller = ReturnType<TestStripe['openSeller']>;

beforeEach(() => {
  // Monday again, at noon: the days below are of that week.
  at.emulator.world.store.facts.write('money_day', String(november(23)));
  at.emulator.control.setClock(new Date(Date.UTC(2026, 10, 23, 12)));
});

function paid(token = 'pm_card_visa'): Seller {
  const seller = at.openSeller();
  charge(at.emulator.world, seller.stripeAccount, 1000, { token });
  return seller;
}

async function balanceOf(
  seller: Seller,
): Promise<readonly [available: number | undefined, pending: number | undefined]> {
  const { available, pending } = await at.stripe.balance.retrieve({}, seller);
  return [available[0]?.amount, pending[0]?.amount];
}

const payoutEvents = ({ stripeAccount }: Seller): readonly string[] =>
  at.eventsOf(stripeAccount).filter((type) => type.startsWith('payout.') || type.startsWith('balance.'));

describe('a balance', () => {
  test('is there, and empty, before anything was paid', async () => {
    const balance = await at.stripe.balance.retrieve({}, at.openSeller());
    const nothing = [{ amount: 0, currency: 'usd', source_types: { card: 0 } }];
    expect(balance).toMatchObject({ object: 'balance', livemode: false, available: nothing, pending: nothing });
  });

  test('becomes available two business days later, and tells', async () => {
    const seller = paid();
    await at.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, seller);
    expect(await balanceOf(seller)).toEqual([0, 941]);
    at.emulator.control.advanceClock(36 * HOUR_MS - 1000);
    expect(await balanceOf(seller)).toEqual([0, 941]);
    at.emulator.control.advanceClock(1000);
    expect(await balanceOf(seller)).toEqual([941, 0]);
    expect(payoutEvents(seller)).toEqual(['balance.available']);
  });

  test('keeps currencies apart', async () => {
    const seller = paid();
    charge(at.emulator.world, seller.stripeAccount, 2000, { currency: 'eur' });
    const { pending } = await at.stripe.balance.retrieve({}, seller);
    expect(pending.map(({ currency, amount }) => [currency, amount])).toEqual([
      ['eur', 1912],
      ['usd', 941],
    ]);
    const { data } = await at.stripe.balanceTransactions.list({ currency: 'eur' }, seller);
    expect(data).toHaveLength(1);
  });
});

describe('an automatic payout', () => {
  test('sends everything available at midnight, and arrives two business days later', async () => {
    const seller = paid();
    at.emulator.control.advanceClock(2 * DAY_MS);
    const [payout] = (await at.stripe.payouts.list({}, seller)).data;
    expect(payout).toMatchObject({
      amount: 941,
      currency: 'usd',
      automatic: true,
      status: 'in_transit',
      created: november(25),
      arrival_date: november(27),
      reconciliation_status: 'in_progress',
    });
    expect(await balanceOf(seller)).toEqual([0, 0]);
    at.emulator.control.advanceClock(2 * DAY_MS);
    const arrived = await at.stripe.payouts.retrieve(payout?.id ?? '', {}, seller);
    expect(arrived).toMatchObject({ status: 'paid', reconciliation_status: 'completed' });
    expect(payoutEvents(seller)).toEqual([
      'balance.available',
      'payout.created',
      'payout.paid',
      'payout.reconciliation_completed',
    ]);
  });

  test('says what it is made of', async () => {
    const seller = paid();
    at.emulator.control.advanceClock(2 * DAY_MS);
    const [payout] = (await at.stripe.payouts.list({}, seller)).data;
    const { data } = await at.stripe.balanceTransactions.list({ payout: payout?.id ?? '' }, seller);
    expect(data.map(({ type, net }) => [type, net])).toEqual([
      ['payout', -941],
      ['charge', 941],
    ]);
    const error = await refusalOf(at.stripe.payouts.cancel(payout?.id ?? '', {}, seller));
    expect(error.message).toContain('Automatic payouts cannot be canceled');
  });

  test('waits for its day of the week', async () => {
    const seller = paid('pm_card_bypassPending');
    const schedule = { interval: 'weekly' as const, weekly_payout_days: ['friday' as const] };
    await at.stripe.balanceSettings.update({ payments: { payouts: { schedule } } }, seller);
    at.emulator.control.advanceClock(3 * DAY_MS);
    expect((await at.stripe.payouts.list({}, seller)).data).toEqual([]);
    at.emulator.control.advanceClock(DAY_MS);
    const { data } = await at.stripe.payouts.list({}, seller);
    // Over the weekend no bank works.
    expect(data).toMatchObject([{ created: november(27), arrival_date: Date.UTC(2026, 11, 1) / 1000 }]);
  });

  test('is not made of what an account owes', async () => {
    const seller = paid();
    await at.stripe.balanceSettings.update({ payments: { debit_negative_balances: false } }, seller);
    charge(at.emulator.world, seller.stripeAccount, 100, { token: 'pm_card_createDispute' });
    at.emulator.control.advanceClock(2 * DAY_MS);
    expect((await balanceOf(seller))[0]).toBeLessThan(0);
    expect((await at.stripe.payouts.list({}, seller)).data).toEqual([]);
  });
});

describe('a payout that the bank sends back', () => {
  test.each(['arranged by a test', 'by the number of the bank account'])('%s', async (how) => {
    const seller = paid();
    const { stripeAccount: id } = seller;
    const bank = { country: 'US', currency: 'usd', routingNumber: '110000000', holder: null };
    if (how === 'arranged by a test') at.emulator.control.failNextPayout(id, 'no_account');
    else at.emulator.control.addBankAccount(id, { ...bank, accountNumber: '000111111116' });
    at.emulator.control.advanceClock(4 * DAY_MS);
    const { data } = await at.stripe.payouts.list({ expand: ['data.failure_balance_transaction'] }, seller);
    expect(data).toMatchObject([
      {
        status: 'failed',
        failure_code: 'no_account',
        failure_message: expect.stringContaining('No bank account could be located'),
        failure_balance_transaction: { amount: 941, type: 'payout_failure' },
      },
    ]);
    expect(await balanceOf(seller)).toEqual([941, 0]);
    expect(at.eventsOf(id)).toEqual(
      expect.arrayContaining(['payout.failed', 'account.external_account.updated', 'account.updated']),
    );
    const account = await at.stripe.accounts.retrieve(id);
    expect(account.payouts_enabled).toBe(false);
    at.emulator.control.advanceClock(7 * DAY_MS);
    expect((await at.stripe.payouts.list({}, seller)).data).toHaveLength(1);
    at.emulator.control.addBankAccount(id, { ...bank, accountNumber: '000123456789' });
    at.emulator.control.advanceClock(7 * DAY_MS);
    expect((await at.stripe.payouts.list({ status: 'paid' }, seller)).data).toMatchObject([{ amount: 941 }]);
  });
});

describe('a payout made by hand', () => {
  test('takes a part, leaves at midnight and arrives', async () => {
    const seller = paid('pm_card_bypassPending');
    const made = await at.stripe.payouts.create(
      { amount: 400, currency: 'usd', statement_descriptor: 'Fern', metadata: { run: '1' } },
      seller,
    );
    expect(made).toMatchObject({
      status: 'pending',
      automatic: false,
      statement_descriptor: 'Fern',
      metadata: { run: '1' },
      reconciliation_status: 'not_applicable',
    });
    expect(await balanceOf(seller)).toEqual([541, 0]);
    at.emulator.control.advanceClock(DAY_MS);
    expect(await at.stripe.payouts.retrieve(made.id, {}, seller)).toMatchObject({ status: 'in_transit' });
    expect((await refusalOf(at.stripe.payouts.cancel(made.id, {}, seller))).statusCode).toBe(400);
    at.emulator.control.advanceClock(DAY_MS);
    expect(await at.stripe.payouts.retrieve(made.id, {}, seller)).toMatchObject({ status: 'paid' });
  });

  test('is listed by the day when it arrives', async () => {
    const seller = paid('pm_card_bypassPending');
    const { arrival_date: arrival } = await at.stripe.payouts.create({ amount: 400, currency: 'usd' }, seller);
    const count = async (range: Stripe.RangeQueryParam): Promise<number> =>
      (await at.stripe.payouts.list({ arrival_date: range }, seller)).data.length;
    expect([await count({ gte: arrival, lt: arrival + 1 }), await count({ gt: arrival })]).toEqual([1, 0]);
  });

  test('can be taken back on the same day', async () => {
    const seller = paid('pm_card_bypassPending');
    const { id } = await at.stripe.payouts.create({ amount: 941, currency: 'usd' }, seller);
    expect(await at.stripe.payouts.cancel(id, {}, seller)).toMatchObject({ status: 'canceled' });
    expect(await balanceOf(seller)).toEqual([941, 0]);
    expect(payoutEvents(seller)).toEqual(['payout.created', 'payout.canceled']);
  });

  test('is refused beyond what is available', async () => {
    const error = await refusalOf(at.stripe.payouts.create({ amount: 1, currency: 'usd' }, paid()));
    expect(error).toMatchObject({ statusCode: 400, code: 'balance_insufficient' });
  });

  test('is refused in a currency without a bank account, and where payouts are stopped', async () => {
    const seller = paid('pm_card_bypassPending');
    const foreign = await refusalOf(at.stripe.payouts.create({ amount: 1, currency: 'eur' }, seller));
    expect(foreign.message).toBe("Sorry, you don't have any external accounts in that currency (eur).");
    at.emulator.world.store.update('account', seller.stripeAccount, { payoutsBlocked: true });
    const stopped = await refusalOf(at.stripe.payouts.create({ amount: 1, currency: 'usd' }, seller));
    expect(stopped.code).toBe('payouts_not_allowed');
  });

  test('is refused once the bank has sent one back, until there is another bank', async () => {
    const seller = paid('pm_card_bypassPending');
    at.emulator.control.failNextPayout(seller.stripeAccount);
    await at.stripe.payouts.create({ amount: 100, currency: 'usd' }, seller);
    at.emulator.control.advanceClock(5 * DAY_MS);
    const stopped = await refusalOf(at.stripe.payouts.create({ amount: 100, currency: 'usd' }, seller));
    expect(stopped.code).toBe('payouts_not_allowed');
  });
});

describe('a payout that is taken back', () => {
  const ids = { id: '' };
  const liable = async (): Promise<Seller> => {
    const seller = paid('pm_card_bypassPending');
    at.emulator.world.store.update('account', seller.stripeAccount, { lossesPayer: 'application' });
    ids.id = (await at.stripe.payouts.create({ amount: 900, currency: 'usd' }, seller)).id;
    return seller;
  };

  test('comes back as a payout of less than nothing, and counts on the day after the bank gave it', async () => {
    const seller = await liable();
    at.emulator.control.advanceClock(5 * DAY_MS);
    const reversal = await at.stripe.payouts.reverse(ids.id, { metadata: { why: 'fraud' } }, seller);
    expect(reversal).toMatchObject({
      amount: -900,
      automatic: false,
      status: 'pending',
      original_payout: ids.id,
      reversed_by: null,
      metadata: { why: 'fraud' },
    });
    const original = await at.stripe.payouts.retrieve(ids.id, {}, seller);
    expect(original).toMatchObject({ status: 'paid', reversed_by: reversal.id });
    expect(await balanceOf(seller)).toEqual([0, 900]);
    await at.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, seller);
    at.emulator.control.advanceClock(5 * DAY_MS);
    expect(await balanceOf(seller)).toEqual([900, 0]);
    expect(payoutEvents(seller).slice(-5)).toEqual([
      'payout.updated',
      'payout.created',
      'payout.updated',
      'payout.paid',
      'balance.available',
    ]);
  });

  test('can be kept by the bank: then nothing came back, and it cannot be asked again', async () => {
    const seller = await liable();
    at.emulator.control.advanceClock(5 * DAY_MS);
    const { id } = await at.stripe.payouts.reverse(ids.id, {}, seller);
    at.emulator.control.failNextPayout(seller.stripeAccount, 'debit_not_authorized');
    at.emulator.control.advanceClock(5 * DAY_MS);
    const reversal = await at.stripe.payouts.retrieve(id, {}, seller);
    expect(reversal).toMatchObject({ status: 'failed', failure_code: 'debit_not_authorized' });
    expect(await balanceOf(seller)).toEqual([0, 0]);
    const again = await refusalOf(at.stripe.payouts.reverse(ids.id, {}, seller));
    expect(again.message).toContain(`${id} does so already`);
  });

  test('needs not come back when it did not arrive', async () => {
    const seller = await liable();
    at.emulator.control.advanceClock(DAY_MS);
    const { id } = await at.stripe.payouts.reverse(ids.id, {}, seller);
    at.emulator.control.failNextPayout(seller.stripeAccount);
    at.emulator.control.advanceClock(12 * HOUR_MS);
    expect(await at.stripe.payouts.retrieve(ids.id, {}, seller)).toMatchObject({ status: 'failed' });
    expect(await at.stripe.payouts.retrieve(id, {}, seller)).toMatchObject({ status: 'canceled' });
  });

  test('is refused where the bank would not give it', async () => {
    const { world } = at.emulator;
    const reasonFor = async (seller: Seller, payout: string): Promise<string> =>
      (await refusalOf(at.stripe.payouts.reverse(payout, {}, seller))).message;
    const seller = await liable();
    expect(await reasonFor(seller, ids.id)).toContain('Cancel it instead.');
    at.emulator.control.advanceClock(5 * DAY_MS);
    world.store.update('account', seller.stripeAccount, { lossesPayer: 'stripe' });
    expect(await reasonFor(seller, ids.id)).toContain('losses are borne by the platform');
    const { bankAccounts } = world.store.update('account', seller.stripeAccount, { lossesPayer: 'application' });
    const abroad = bankAccounts.map((bank) => ({ ...bank, country: 'DE' }));
    world.store.update('account', seller.stripeAccount, { bankAccounts: abroad });
    expect(await reasonFor(seller, ids.id)).toContain('neither in the US nor in Canada');
    world.store.update('account', seller.stripeAccount, { bankAccounts: [] });
    expect(await reasonFor(seller, ids.id)).toContain('cannot be debited any more');
    world.store.update('account', seller.stripeAccount, { bankAccounts });
    at.emulator.control.advanceClock(90 * DAY_MS);
    expect(await reasonFor(seller, ids.id)).toContain('more than 90 days ago');
    charge(world, seller.stripeAccount, 2000, { token: 'pm_card_bypassPending' });
    const instant = await at.stripe.payouts.create({ amount: 100, currency: 'usd', method: 'instant' }, seller);
    at.emulator.control.advanceClock(HOUR_MS);
    expect(await reasonFor(seller, instant.id)).toContain('an instant payout');
  });
});

test('the platform pays itself out to a bank account of its own', async () => {
  charge(at.emulator.world, at.emulator.world.platform, 2000, { token: 'pm_card_bypassPending' });
  const { id, destination } = await at.stripe.payouts.create({ amount: 1000, currency: 'usd' });
  expect(destination).toMatch(/^ba_/u);
  at.emulator.control.advanceClock(5 * DAY_MS);
  expect((await at.stripe.payouts.retrieve(id)).status).toBe('paid');
});

describe('balance settings', () => {
  test('begin with a payout every day, and change', async () => {
    const seller = at.openSeller();
    const before = await at.stripe.balanceSettings.retrieve({}, seller);
    expect(before.payments).toMatchObject({
      payouts: { schedule: { interval: 'daily' }, status: 'enabled' },
      settlement_timing: { delay_days: 2 },
    });
    const schedule = { interval: 'monthly' as const, monthly_payout_days: [1, 15] };
    const after = await at.stripe.balanceSettings.update({ payments: { payouts: { schedule } } }, seller);
    expect(after.payments.payouts?.schedule).toEqual(schedule);
    expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe('balance_settings.updated');
  });

  test('refuse days that are not of the interval', async () => {
    const payments = { payouts: { schedule: { interval: 'daily' as const, monthly_payout_days: [1] } } };
    const error = await refusalOf(at.stripe.balanceSettings.update({ payments }, at.openSeller()));
    expect(error.param).toBe('payments[payouts][schedule][monthly_payout_days]');
  });

  test('keep minimum balances, a descriptor, debits and a delay, and take them away again', async () => {
    const seller = at.openSeller();
    const change = (payments: Stripe.BalanceSettingsUpdateParams.Payments) =>
      at.stripe.balanceSettings.update({ payments }, seller);
    await change({
      debit_negative_balances: false,
      payouts: { minimum_balance_by_currency: { usd: 5000, eur: 100 }, statement_descriptor: 'FERN' },
      settlement_timing: { delay_days_override: 7 },
    });
    const { payments } = await change({ payouts: { minimum_balance_by_currency: { eur: '' } } });
    expect(payments).toMatchObject({
      debit_negative_balances: false,
      payouts: { minimum_balance_by_currency: { usd: 5000 }, statement_descriptor: 'FERN' },
      settlement_timing: { delay_days: 7, delay_days_override: 7 },
    });
    const account = await at.stripe.accounts.retrieve(seller.stripeAccount);
    expect(account.settings?.payouts).toMatchObject({ debit_negative_balances: false, schedule: { delay_days: 7 } });
    const reset = await change({
      payouts: { minimum_balance_by_currency: '', statement_descriptor: '' },
      settlement_timing: { delay_days_override: '' },
    });
    expect(reset.payments).toMatchObject({
      payouts: { minimum_balance_by_currency: null, statement_descriptor: null },
      settlement_timing: { delay_days: 2 },
    });
    expect(reset.payments.settlement_timing).not.toHaveProperty('delay_days_override');
  });

  test('decide when new money counts', async () => {
    const seller = at.openSeller();
    await at.stripe.balanceSettings.update({ payments: { settlement_timing: { delay_days_override: 7 } } }, seller);
    charge(at.emulator.world, seller.stripeAccount, 1000);
    at.emulator.control.advanceClock(8 * DAY_MS);
    expect(await balanceOf(seller)).toEqual([0, 941]);
    at.emulator.control.advanceClock(2 * DAY_MS);
    const { data } = await at.stripe.payouts.list({}, seller);
    expect(data.map(({ amount }) => amount)).toEqual([941]);
  });

  test('refuse a minimum in a currency that does not exist', async () => {
    const payments = { payouts: { minimum_balance_by_currency: { xxx: 1 } } };
    const error = await refusalOf(at.stripe.balanceSettings.update({ payments }, at.openSeller()));
    expect(error.message).toContain('Invalid currency: xxx');
  });
});
