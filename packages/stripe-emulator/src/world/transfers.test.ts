import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestStripe, refusalOf, startTestStripe } from '../test/test-stripe.ts';

let local: TestStripe;
beforeEach(async () => {
  local = await startTestStripe();
});
afterEach(async () => {
  await local.emulator.close();
});

const idOf = (named: string | { readonly id: string } | null | undefined): string =>
  typeof named === 'string' ? named : (named?.id ?? '');

const total = async (account?: string): Promise<number> => {
  const balance = await local.stripe.balance.retrieve({}, account === undefined ? {} : { stripeAccount: account });
  return [...balance.available, ...balance.pending].reduce((sum, { amount }) => sum + amount, 0);
};

const charge = (rest: object = {}) =>
  local.stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    confirm: true,
    return_url: 'https://example.com/',
    ...rest,
  });

describe('a destination charge', () => {
  test('leaves the platform its fee, and the account the rest', async () => {
    const { stripeAccount } = local.openSeller();
    const intent = await charge({ application_fee_amount: 1230, transfer_data: { destination: stripeAccount } });
    expect(intent).toMatchObject({
      transfer_data: { destination: stripeAccount },
      transfer_group: `group_${intent.id}`,
    });
    // 2.9 % and 30 cents are the platform's to pay.
    expect(await total()).toBe(1230 - 320);
    expect(await total(stripeAccount)).toBe(10_000 - 1230);
    const [transfer] = (await local.stripe.transfers.list({ destination: stripeAccount })).data;
    expect(transfer).toMatchObject({ amount: 10_000, source_transaction: intent.latest_charge });
    const payment = await local.stripe.charges.retrieve(idOf(transfer?.destination_payment), {}, { stripeAccount });
    expect(payment).toMatchObject({ amount: 10_000, application_fee_amount: 1230, source_transfer: transfer?.id });
  });

  test('is refunded by the platform, which takes the same part from the account and gives its fee back', async () => {
    const { stripeAccount } = local.openSeller();
    const intent = await charge({ application_fee_amount: 1000, transfer_data: { destination: stripeAccount } });
    const half = { payment_intent: intent.id, amount: 5000, reverse_transfer: true, refund_application_fee: true };
    const refund = await local.stripe.refunds.create(half);
    expect(refund.transfer_reversal).toMatch(/^trr_/u);
    expect(await total()).toBe(500 - 320);
    expect(await total(stripeAccount)).toBe(4500);
    await local.stripe.refunds.create({ payment_intent: intent.id });
    expect(await total(stripeAccount)).toBe(4500);
    expect(await total()).toBe(500 - 320 - 5000);
  });

  test('sends a part on where one was named', async () => {
    const { stripeAccount } = local.openSeller();
    await charge({ transfer_data: { destination: stripeAccount, amount: 7000 } });
    expect(await total(stripeAccount)).toBe(7000);
    expect(await total()).toBe(3000 - 320);
  });

  test('is refused with a fee and a part together, and with a fee above it', async () => {
    const { stripeAccount } = local.openSeller();
    const both = { application_fee_amount: 1, transfer_data: { destination: stripeAccount, amount: 7000 } };
    expect((await refusalOf(charge(both))).param).toBe('transfer_data[amount]');
    const above = { application_fee_amount: 10_001, transfer_data: { destination: stripeAccount } };
    expect((await refusalOf(charge(above))).param).toBe('application_fee_amount');
  });
});

describe('a transfer', () => {
  test('takes no more than is available, or than its charge brought', async () => {
    const { stripeAccount: destination } = local.openSeller();
    const { latest_charge: source } = await charge({ transfer_group: 'order-1' });
    const free = await refusalOf(local.stripe.transfers.create({ amount: 5000, currency: 'usd', destination }));
    expect(free.code).toBe('balance_insufficient');
    const wish = { currency: 'usd', destination, source_transaction: idOf(source) };
    const transfer = await local.stripe.transfers.create({ ...wish, amount: 6000 });
    expect(transfer.transfer_group).toBe('order-1');
    expect((await refusalOf(local.stripe.transfers.create({ ...wish, amount: 4001 }))).param).toBe('amount');
    expect((await local.stripe.transfers.list({ transfer_group: 'order-1' })).data).toHaveLength(1);
    expect(local.eventsOf()).toContain('transfer.created');
  });

  test('is reversed in parts, and never by more than is left', async () => {
    const { stripeAccount: destination } = local.openSeller();
    const { latest_charge: source } = await charge();
    const { id } = await local.stripe.transfers.create({
      amount: 6000,
      currency: 'usd',
      destination,
      source_transaction: idOf(source),
    });
    await local.stripe.transfers.createReversal(id, { amount: 1000 });
    expect(await total(destination)).toBe(5000);
    expect((await refusalOf(local.stripe.transfers.createReversal(id, { amount: 5001 }))).param).toBe('amount');
    await local.stripe.transfers.createReversal(id);
    expect(await local.stripe.transfers.retrieve(id)).toMatchObject({ amount_reversed: 6000, reversed: true });
    expect(await total(destination)).toBe(0);
    expect((await local.stripe.transfers.listReversals(id)).data).toHaveLength(2);
  });
});

test('the card for it brings an early fraud warning, of use until the money is given back', async () => {
  const intent = await charge({ payment_method: 'pm_card_createIssuerFraudRecord' });
  const [warning] = (await local.stripe.radar.earlyFraudWarnings.list({ payment_intent: intent.id })).data;
  expect(warning).toMatchObject({ charge: intent.latest_charge, actionable: true });
  await local.stripe.refunds.create({ payment_intent: intent.id });
  expect((await local.stripe.radar.earlyFraudWarnings.retrieve(String(warning?.id))).actionable).toBe(false);
  expect(local.eventsOf()).toContain('radar.early_fraud_warning.created');
});

describe('an account that left', () => {
  const noSuch = { code: 'resource_missing', statusCode: 400 };

  test('gets no destination charge, no transfer, and is nobody to act for', async () => {
    const { stripeAccount } = local.openSeller();
    const begun = await local.stripe.paymentIntents.create({
      amount: 10_000,
      currency: 'usd',
      transfer_data: { destination: stripeAccount },
    });
    local.emulator.control.deauthorize(stripeAccount);
    const refused = [
      charge({ transfer_data: { destination: stripeAccount } }),
      charge({ on_behalf_of: stripeAccount }),
      local.stripe.paymentIntents.confirm(begun.id, {
        payment_method: 'pm_card_visa',
        return_url: 'https://example.com/',
      }),
      local.stripe.transfers.create({ amount: 1, currency: 'usd', destination: stripeAccount }),
    ];
    for (const work of refused) expect(await refusalOf(work)).toMatchObject(noSuch);
    expect(await total(undefined)).toBe(0);
  });

  test('is in no list until it comes back', async () => {
    const { stripeAccount } = local.openSeller();
    const listed = async () => [
      (await local.stripe.accounts.list()).data.map(({ id }) => id),
      (await local.stripe.v2.core.accounts.list()).data.map(({ id }) => id),
    ];
    local.emulator.control.deauthorize(stripeAccount);
    expect(await listed()).toEqual([[], []]);
    local.emulator.control.authorize(stripeAccount);
    expect(await listed()).toEqual([[stripeAccount], [stripeAccount]]);
  });
});
