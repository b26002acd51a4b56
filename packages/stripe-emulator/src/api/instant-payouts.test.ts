import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mistakesOf } from '../test/ledger-mistakes.ts';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge, openAccount } from '../test/test-world.ts';
import type { Account } from '../world/state.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
type Seller = ReturnType<TestStripe['openSeller']>;

beforeEach(() => {
  // Monday again, at noon.
  at.emulator.world.store.facts.write('money_day', String(Date.UTC(2026, 10, 23) / 1000));
  at.emulator.control.setClock(new Date(Date.UTC(2026, 10, 23, 12)));
});

/** A seller who was paid 100 dollars, less 3.20. */
function paid(token = 'pm_card_visa', change: Partial<Account> = {}): Seller {
  const { id } = openAccount(at.emulator.world, change);
  charge(at.emulator.world, id, 10_000, { token });
  return { stripeAccount: id };
}

const send = (seller: Seller, amount: number, destination?: string) =>
  at.stripe.payouts.create(
    { amount, currency: 'usd', method: 'instant', ...(destination !== undefined && { destination }) },
    seller,
  );

async function cardOf(seller: Seller, number: string): Promise<string> {
  at.emulator.control.addDebitCard(seller.stripeAccount, number);
  const { data } = await at.stripe.accounts.listExternalAccounts(seller.stripeAccount);
  return data.findLast(({ object }) => object === 'card')?.id ?? '';
}

async function balanceOf(seller: Seller): Promise<readonly (number | undefined)[]> {
  const { available, pending } = await at.stripe.balance.retrieve({}, seller);
  return [available[0]?.amount, pending[0]?.amount];
}

describe('what can be paid out instantly', () => {
  test('is also what card payments still have to settle, and what it nets only where that is asked for', async () => {
    const seller = paid();
    const amount = { amount: 9680, currency: 'usd', source_types: { card: 9680 } };
    expect((await at.stripe.balance.retrieve({}, seller)).instant_available).toEqual([amount]);
    const asked = await at.stripe.balance.retrieve({ expand: ['instant_available.net_available'] }, seller);
    const [bank] = (await at.stripe.accounts.listExternalAccounts(seller.stripeAccount)).data;
    // 95.84 and its one percent are 96.80.
    expect(asked.instant_available).toEqual([
      { ...amount, net_available: [{ amount: 9584, destination: bank?.id, source_types: { card: 9584 } }] },
    ]);
  });

  test('is all of it where the platform pays the fee', async () => {
    const seller = paid('pm_card_visa', { feesPayer: 'application' });
    const balance = await at.stripe.balance.retrieve({ expand: ['instant_available.net_available'] }, seller);
    expect(balance.instant_available).toMatchObject([{ amount: 10_000, net_available: [{ amount: 10_000 }] }]);
  });

  test('is not said of an account that no instant payout reaches', async () => {
    const seller = paid('pm_card_visa', { country: 'JP' });
    expect((await at.stripe.balance.retrieve({}, seller)).instant_available).toBeUndefined();
  });
});

describe('an instant payout', () => {
  test('arrives within half an hour, with its fee on its own line', async () => {
    const seller = paid('pm_card_bypassPending');
    const { id } = await send(seller, 5000);
    expect(await balanceOf(seller)).toEqual([4630, 0]);
    at.emulator.control.advanceClock(HOUR_MS / 2);
    const expand = ['balance_transaction'];
    expect(await at.stripe.payouts.retrieve(id, { expand }, seller)).toMatchObject({
      status: 'paid',
      method: 'instant',
      type: 'bank_account',
      balance_transaction: { amount: -5000, fee: 50, net: -5050, fee_details: [{ type: 'stripe_fee' }] },
    });
  });

  test('advances what has not settled yet, the nearest first, and the rest still settles', async () => {
    const seller = paid();
    await at.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, seller);
    await send(seller, 5000);
    expect(await balanceOf(seller)).toEqual([0, 4630]);
    const { data } = await at.stripe.balanceTransactions.list({}, seller);
    expect(data.map(({ type, net }) => [type, net])).toEqual([
      ['payout', -5050],
      ['advance', 5050],
      ['advance_funding', -5050],
      ['charge', 9680],
    ]);
    at.emulator.control.advanceClock(3 * DAY_MS);
    expect(await balanceOf(seller)).toEqual([4630, 0]);
    expect(mistakesOf(at.emulator.world)).toEqual([]);
  });

  test('is paid for by the platform where it pays all fees', async () => {
    const seller = paid('pm_card_bypassPending', { feesPayer: 'application' });
    const { id } = await send(seller, 10_000);
    expect(await balanceOf(seller)).toEqual([0, 0]);
    const { data } = await at.stripe.balanceTransactions.list({ source: id, type: 'stripe_fee' });
    expect(data).toMatchObject([{ amount: -100, description: 'Instant payout fee' }]);
  });

  test('that fails gives everything back, the fee and the advance as well', async () => {
    const seller = paid();
    await at.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, seller);
    const { id } = await send(seller, 5000, await cardOf(seller, '4000056655665572'));
    at.emulator.control.advanceClock(HOUR_MS / 2);
    expect(await at.stripe.payouts.retrieve(id, {}, seller)).toMatchObject({
      status: 'failed',
      failure_code: 'could_not_process',
      type: 'card',
    });
    expect(await balanceOf(seller)).toEqual([0, 9680]);
    expect(mistakesOf(at.emulator.world)).toEqual([]);
  });

  test('fails at the bank account that takes only others', async () => {
    const seller = paid('pm_card_bypassPending');
    at.emulator.control.addBankAccount(seller.stripeAccount, {
      accountNumber: '000888888883',
      routingNumber: '110000000',
      country: 'US',
      currency: 'usd',
      holder: null,
    });
    const { id: standard } = await at.stripe.payouts.create({ amount: 1000, currency: 'usd' }, seller);
    const { id: instant } = await send(seller, 1000);
    at.emulator.control.advanceClock(HOUR_MS / 2);
    expect(await at.stripe.payouts.retrieve(instant, {}, seller)).toMatchObject({ failure_code: 'could_not_process' });
    at.emulator.control.advanceClock(3 * DAY_MS);
    expect(await at.stripe.payouts.retrieve(standard, {}, seller)).toMatchObject({ status: 'paid' });
  });

  test('reaches a debit card, which says what it takes', async () => {
    const seller = paid('pm_card_bypassPending');
    const card = await cardOf(seller, '4000056655665556');
    expect(await at.stripe.accounts.retrieveExternalAccount(seller.stripeAccount, card)).toMatchObject({
      object: 'card',
      last4: '5556',
      available_payout_methods: ['standard', 'instant'],
    });
    const { id } = await send(seller, 1000, card);
    at.emulator.control.advanceClock(HOUR_MS / 2);
    expect(await at.stripe.payouts.retrieve(id, {}, seller)).toMatchObject({ status: 'paid', destination: card });
  });
});

describe('Stripe refuses', () => {
  test('a card that takes no instant payouts', async () => {
    const seller = paid();
    const error = await refusalOf(send(seller, 1000, await cardOf(seller, '4000056755665555')));
    expect(error.code).toBe('instant_payouts_unsupported');
  });

  test.each([
    ['another currency than its country’s', { country: 'GB' }, 1000, 'instant_payouts_currency_disabled'],
    ['more than there is', {}, 9585, 'balance_insufficient'],
    ['more than one payout may take', {}, 999_901, 'instant_payouts_limit_exceeded'],
  ])('%s', async (_, change, amount, code) => {
    const error = await refusalOf(send(paid('pm_card_visa', change), amount));
    expect(error.code).toBe(code);
  });

  test('what is above the volume of a day, until the next day', async () => {
    const own = await startTestStripe({ instantPayouts: { dailyMinor: 6000 } });
    const { id } = openAccount(own.emulator.world);
    charge(own.emulator.world, id, 100_000);
    const pay = () =>
      own.stripe.payouts.create({ amount: 4000, currency: 'usd', method: 'instant' }, { stripeAccount: id });
    await pay();
    expect((await refusalOf(pay())).code).toBe('instant_payouts_limit_exceeded');
    own.emulator.control.advanceClock(DAY_MS);
    expect((await pay()).amount).toBe(4000);
    await own.emulator.close();
  });

  test('everything where the platform does not offer it', async () => {
    const own = await startTestStripe({ instantPayouts: { offered: false } });
    const seller = { stripeAccount: openAccount(own.emulator.world).id };
    const asked = own.stripe.payouts.create({ amount: 1000, currency: 'usd', method: 'instant' }, seller);
    expect((await refusalOf(asked)).code).toBe('instant_payouts_config_disabled');
    await own.emulator.close();
  });
});

test('a debit card is added by its token, and removed again', async () => {
  const { id } = openAccount(at.emulator.world, { requirementCollection: 'application' });
  const added = await at.stripe.accounts.createExternalAccount(id, {
    external_account: 'tok_visa_debit_us_instantPayoutUnsupported',
  });
  expect(added).toMatchObject({ object: 'card', funding: 'debit', available_payout_methods: ['standard'] });
  const credit = await refusalOf(
    at.stripe.accounts.createExternalAccount(id, { external_account: await creditCard() }),
  );
  expect(credit.message).toContain('debit cards');
  expect(await at.stripe.accounts.deleteExternalAccount(id, added.id)).toMatchObject({ object: 'card', deleted: true });
  expect((await at.stripe.accounts.listExternalAccounts(id)).data).toHaveLength(1);
  expect(at.eventsOf(id)).toEqual(
    expect.arrayContaining(['account.external_account.created', 'account.external_account.deleted']),
  );
});

async function creditCard(): Promise<string> {
  const card = { number: '4242424242424242', exp_month: '12', exp_year: '2034' };
  return (await at.stripe.tokens.create({ card })).id;
}
