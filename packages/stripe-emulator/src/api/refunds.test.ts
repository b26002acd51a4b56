import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge, openAccount } from '../test/test-world.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

interface Paid {
  readonly seller: { readonly stripeAccount: string };
  readonly charge: string;
  readonly payment_intent: string;
}

function paidWith(token: string, applicationFeeAmount: number | null = 100): Paid {
  const { world } = at.emulator;
  const seller = at.openSeller();
  const { id, paymentIntent: payment_intent } = charge(world, seller.stripeAccount, 1000, {
    token,
    applicationFeeAmount,
  });
  if (payment_intent === null) throw new Error(`${id} has no payment`);
  return { seller, charge: id, payment_intent };
}

async function pendingOf(options?: { readonly stripeAccount: string }): Promise<number> {
  const { pending } = await at.stripe.balance.retrieve({}, options);
  return pending[0]?.amount ?? 0;
}

/** What an account has after a charge of 1000 with a fee of 100 for the platform and 59 for Stripe. */
const AFTER_CHARGE = 841;

describe('a refund', () => {
  test('takes the whole amount from the account, and no fee comes back unless asked', async () => {
    const { seller, charge: id, payment_intent } = paidWith('pm_card_visa');
    const earned = await pendingOf();
    const refund = await at.stripe.refunds.create({ payment_intent, reason: 'requested_by_customer' }, seller);
    expect(refund).toMatchObject({
      amount: 1000,
      status: 'succeeded',
      reason: 'requested_by_customer',
      payment_intent,
    });
    expect(await pendingOf(seller)).toBe(AFTER_CHARGE - 1000);
    expect(await pendingOf()).toBe(earned);
    const refunded = await at.stripe.charges.retrieve(id, { expand: ['refunds'] }, seller);
    expect(refunded).toMatchObject({ refunded: true, amount_refunded: 1000, refunds: { data: [{ id: refund.id }] } });
    expect(at.eventsOf(seller.stripeAccount).slice(-2)).toEqual(['refund.created', 'charge.refunded']);
  });

  test('gives the platform’s fee back in its proportion, and the rest of it with the rest', async () => {
    const { seller, charge: id } = paidWith('pm_card_visa');
    const earned = await pendingOf();
    const part = { charge: id, amount: 333, refund_application_fee: true };
    await at.stripe.refunds.create(part, seller);
    expect(await pendingOf()).toBe(earned - 33);
    expect(await pendingOf(seller)).toBe(AFTER_CHARGE - 333 + 33);
    const { data } = await at.stripe.balanceTransactions.list({ type: 'refund' }, seller);
    expect(data).toMatchObject([
      { amount: -333, fee: -33, net: -300, fee_details: [{ type: 'application_fee', amount: -33 }] },
    ]);
    const [fee] = (await at.stripe.applicationFees.list({ charge: id })).data;
    expect(fee).toMatchObject({ amount_refunded: 33, refunded: false, refunds: { data: [{ amount: 33 }] } });
    expect(at.eventsOf()).toContain('application_fee.refunded');
  });

  test('gives the whole fee back in parts that round each', async () => {
    const { seller, charge: id } = paidWith('pm_card_visa', 10);
    for (const amount of [333, 333, 334])
      await at.stripe.refunds.create({ charge: id, amount, refund_application_fee: true }, seller);
    const [fee] = (await at.stripe.applicationFees.list({ charge: id })).data;
    expect(fee).toMatchObject({ amount: 10, amount_refunded: 10, refunded: true });
  });

  test('takes the whole transfer back in parts that round each', async () => {
    const { stripeAccount: destination } = at.openSeller();
    const { latest_charge: id } = await at.stripe.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_visa',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      transfer_data: { destination, amount: 7 },
    });
    for (const amount of [333, 333, 334])
      await at.stripe.refunds.create({ charge: idOf(id), amount, reverse_transfer: true });
    const [transfer] = (await at.stripe.transfers.list({ destination })).data;
    expect(transfer).toMatchObject({ amount: 7, amount_reversed: 7, reversed: true });
  });

  test('returns the whole fee with the whole charge', async () => {
    const { seller, charge: id } = paidWith('pm_card_visa');
    await at.stripe.refunds.create({ charge: id, refund_application_fee: true }, seller);
    expect((await at.stripe.applicationFees.list({ charge: id })).data).toMatchObject([{ refunded: true }]);
    expect(await pendingOf(seller)).toBe(-59);
  });

  test('can be found by what it belongs to, described, and not taken back', async () => {
    const { seller, charge: id, payment_intent } = paidWith('pm_card_visa');
    const refund = await at.stripe.refunds.create({ charge: id, amount: 1 }, seller);
    expect((await at.stripe.refunds.list({ payment_intent }, seller)).data.map((one) => one.id)).toEqual([refund.id]);
    expect((await at.stripe.refunds.list({ charge: 'ch_other' }, seller)).data).toEqual([]);
    const described = await at.stripe.refunds.update(refund.id, { metadata: { why: 'kind' } }, seller);
    expect(described.metadata).toEqual({ why: 'kind' });
    expect((await refusalOf(at.stripe.refunds.cancel(refund.id, {}, seller))).statusCode).toBe(400);
  });
});

describe('what cannot be refunded', () => {
  test.each<[string, string, Stripe.RefundCreateParams, string | undefined, string]>([
    ['more than is left', 'pm_card_visa', { amount: 1001 }, undefined, 'Refund amount ($10.01) is greater than'],
    ['what is disputed', 'pm_card_createDispute', {}, 'charge_disputed', 'has been charged back'],
  ])('%s', async (_, token, params, code, message) => {
    const { seller, charge: id } = paidWith(token);
    const error = await refusalOf(at.stripe.refunds.create({ charge: id, ...params }, seller));
    expect(error).toMatchObject({ statusCode: 400, code });
    expect(error.message).toContain(message);
  });

  test('what has been refunded already', async () => {
    const { seller, charge: id } = paidWith('pm_card_visa');
    await at.stripe.refunds.create({ charge: id }, seller);
    const error = await refusalOf(at.stripe.refunds.create({ charge: id }, seller));
    expect(error).toMatchObject({ code: 'charge_already_refunded' });
    expect(error.message).toBe(`Charge ${id} has already been refunded.`);
  });

  test('what was never paid, another account’s, or nothing at all', async () => {
    const seller = at.openSeller();
    const { id } = await at.stripe.paymentIntents.create({ amount: 1000, currency: 'usd' }, seller);
    const unpaid = await refusalOf(at.stripe.refunds.create({ payment_intent: id }, seller));
    expect(unpaid.message).toContain('does not have a successful charge to refund');
    const foreign = paidWith('pm_card_visa');
    const error = await refusalOf(at.stripe.refunds.create({ charge: foreign.charge }, seller));
    expect(error).toMatchObject({ code: 'resource_missing', param: 'charge' });
    expect((await refusalOf(at.stripe.refunds.create({}, seller))).code).toBe('parameter_missing');
  });
});

describe('the cards for refunds', () => {
  test('a refund may be pending for a while', async () => {
    const { seller, charge: id } = paidWith('pm_card_pendingRefund');
    const refund = await at.stripe.refunds.create({ charge: id }, seller);
    expect(refund.status).toBe('pending');
    at.emulator.control.advanceClock(61_000);
    expect(await at.stripe.refunds.retrieve(refund.id, {}, seller)).toMatchObject({ status: 'succeeded' });
    expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe('refund.updated');
  });

  test('a pending refund can be taken back', async () => {
    const { seller, charge: id } = paidWith('pm_card_pendingRefund');
    const refund = await at.stripe.refunds.create({ charge: id, amount: 400 }, seller);
    expect(await at.stripe.refunds.cancel(refund.id, {}, seller)).toMatchObject({ status: 'canceled' });
    expect(await pendingOf(seller)).toBe(AFTER_CHARGE);
    at.emulator.control.advanceClock(61_000);
    expect(await at.stripe.refunds.retrieve(refund.id, {}, seller)).toMatchObject({ status: 'canceled' });
  });

  test('a refund may fail after it seemed to have worked, and the money is the account’s again', async () => {
    const { seller, charge: id } = paidWith('pm_card_refundFail');
    const { id: refund, status } = await at.stripe.refunds.create({ charge: id }, seller);
    expect(status).toBe('succeeded');
    at.emulator.control.advanceClock(61_000);
    const failed = await at.stripe.refunds.retrieve(refund, { expand: ['failure_balance_transaction'] }, seller);
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'unknown',
      failure_balance_transaction: { amount: 1000, type: 'refund_failure' },
    });
    expect(await pendingOf(seller)).toBe(AFTER_CHARGE);
    expect(await at.stripe.charges.retrieve(id, {}, seller)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(at.eventsOf(seller.stripeAccount)).toContain('refund.failed');
  });
});

describe('an account whose fees the platform pays', () => {
  test('gets the whole charge; the platform pays Stripe', async () => {
    const { world } = at.emulator;
    const { id } = openAccount(world, { feesPayer: 'application' });
    const before = await at.stripe.balance.retrieve();
    charge(world, id, 1000, { token: 'pm_card_bypassPending', applicationFeeAmount: 100 });
    const { available } = await at.stripe.balance.retrieve({}, { stripeAccount: id });
    expect(available[0]?.amount).toBe(900);
    const after = await at.stripe.balance.retrieve();
    expect((after.available[0]?.amount ?? 0) - (before.available[0]?.amount ?? 0)).toBe(100 - 59);
  });
});

function idOf(reference: string | { readonly id: string } | null): string {
  if (reference === null) throw new Error('Nothing was charged');
  return typeof reference === 'string' ? reference : reference.id;
}
