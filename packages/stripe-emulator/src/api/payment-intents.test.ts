import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { answerAuthentication } from '../world/payments.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const noRedirects = { enabled: true, allow_redirects: 'never' } as const;

function payWith(
  token: string,
  seller: { readonly stripeAccount: string },
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return at.stripe.paymentIntents.create(
    {
      amount: 1000,
      currency: 'usd',
      automatic_payment_methods: noRedirects,
      payment_method: token,
      confirm: true,
      ...params,
    },
    seller,
  );
}

describe('a direct charge', () => {
  test('credits the account less both fees and the platform with its own', async () => {
    const seller = at.openSeller();
    const paid = await payWith('pm_card_visa', seller, {
      application_fee_amount: 123,
      description: 'Bread',
      expand: ['latest_charge.balance_transaction'],
    });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1000, application_fee_amount: 123 });
    expect(paid.latest_charge).toMatchObject({
      paid: true,
      captured: true,
      description: 'Bread',
      balance_transaction: { amount: 1000, fee: 182, net: 818, status: 'pending', type: 'charge' },
    });
    const { data: fees } = await at.stripe.applicationFees.list({ expand: ['data.balance_transaction'] });
    expect(fees[0]).toMatchObject({
      account: seller.stripeAccount,
      amount: 123,
      balance_transaction: { net: 123, type: 'application_fee' },
    });
    const balance = await at.stripe.balance.retrieve({}, seller);
    expect(balance.pending).toEqual([{ amount: 818, currency: 'usd', source_types: { card: 818 } }]);
  });

  test('tells what happened in the order in which Stripe does', async () => {
    const seller = at.openSeller();
    const before = at.eventsOf().length;
    const earlier = at.eventsOf(seller.stripeAccount).length;
    await payWith('pm_card_visa', seller, { application_fee_amount: 10 });
    expect(at.eventsOf(seller.stripeAccount).slice(earlier)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'charge.updated',
      'payment_intent.succeeded',
    ]);
    expect(at.eventsOf().slice(before)).toContain('application_fee.created');
    const { data } = await at.stripe.events.list({ type: 'charge.succeeded' }, seller);
    expect(data[0]).toMatchObject({
      account: seller.stripeAccount,
      data: { object: { object: 'charge', balance_transaction: null } },
    });
  });

  test('is unknown to the platform itself and to other accounts', async () => {
    const { id } = await payWith('pm_card_visa', at.openSeller());
    for (const options of [{}, at.openSeller()]) {
      const error = await refusalOf(at.stripe.paymentIntents.retrieve(id, {}, options));
      expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
      expect(error.message).toBe(`No such payment_intent: '${id}'`);
    }
  });

  test('is refused on an account that has not been onboarded', async () => {
    const { id } = await at.stripe.accounts.create({ capabilities: { card_payments: { requested: true } } });
    const error = await refusalOf(payWith('pm_card_visa', { stripeAccount: id }));
    expect(error).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
    expect(error.message).toContain('No valid payment method types');
  });
});

describe('what cannot be charged', () => {
  test.each([
    [{ amount: 49 }, 'amount_too_small', 'Amount must be at least $0.50 usd'],
    [{ amount: 30, currency: 'eur' }, 'amount_too_small', 'Amount must be at least €0.50 eur'],
    [{ amount: 49, currency: 'jpy' }, 'amount_too_small', 'Amount must be at least ¥50 jpy'],
    [{ amount: 100_000_000 }, 'amount_too_large', 'Amount must be no more than $999999.99 usd'],
    [{ amount: 1000, application_fee_amount: 1001 }, undefined, 'The application_fee_amount cannot be greater'],
    [{ amount: 1000, currency: 'xyz' }, undefined, 'Invalid currency: xyz.'],
  ] as const)('%o', async (params, code, message) => {
    const error = await refusalOf(at.stripe.paymentIntents.create({ currency: 'usd', ...params }, at.openSeller()));
    expect(error).toMatchObject({ statusCode: 400, code });
    expect(error.message).toContain(message);
  });

  test('is refused with a fee on the platform itself', async () => {
    const error = await refusalOf(payWith('pm_card_visa', { stripeAccount: '' }, { application_fee_amount: 10 }));
    expect(error).toMatchObject({ statusCode: 400, param: 'application_fee_amount' });
  });

  test('is refused where methods of payment are named, as since 2026-09-30', async () => {
    const params = { amount: 1000, currency: 'usd', payment_method_types: ['card'] };
    const seller = at.openSeller();
    const created = await refusalOf(at.stripe.paymentIntents.create(params, seller));
    expect(created).toMatchObject({ statusCode: 400, code: 'payment_method_types_no_longer_supported' });
    const { id } = await at.stripe.paymentIntents.create({ amount: 1000, currency: 'usd' }, seller);
    const types: object = { payment_method_types: ['card'] };
    expect((await refusalOf(at.stripe.paymentIntents.update(id, types, seller))).code).toBe(created.code);
    expect((await refusalOf(at.stripe.paymentIntents.confirm(id, types, seller))).code).toBe(created.code);
  });

  test('is refused without a way back where a customer may be led away, and nothing is kept', async () => {
    const seller = at.openSeller();
    const error = await refusalOf(payWith('pm_card_visa', seller, { automatic_payment_methods: { enabled: true } }));
    expect(error.message).toContain('you must provide a `return_url`');
    expect((await at.stripe.paymentIntents.list({}, seller)).data).toEqual([]);
  });
});

describe('a bank that says no', () => {
  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', ''],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', ''],
    ['pm_card_radarBlock', 'card_declined', 'fraudulent'],
  ])('%s is %s, %s', async (token, code, declineCode) => {
    const seller = at.openSeller();
    const error = await refusalOf(payWith(token, seller));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code, decline_code: declineCode });
    const { data } = await at.stripe.charges.list({}, seller);
    expect(data).toMatchObject([{ id: error.charge, status: 'failed', paid: false, failure_code: code }]);
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method', latest_charge: error.charge });
    expect((await at.stripe.balance.retrieve({}, seller)).pending).toMatchObject([{ amount: 0 }]);
  });

  test('may say yes to another card for the same payment', async () => {
    const seller = at.openSeller();
    const { payment_intent: intent } = await refusalOf(payWith('pm_card_chargeDeclined', seller));
    const paid = await at.stripe.paymentIntents.confirm(intent?.id ?? '', { payment_method: 'pm_card_visa' }, seller);
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
    expect(at.eventsOf(seller.stripeAccount)).toEqual(
      expect.arrayContaining(['charge.failed', 'payment_intent.payment_failed', 'payment_intent.succeeded']),
    );
  });

  test('cannot be asked with a number that no card has', async () => {
    const card = { number: '4242424242424241', exp_month: 12, exp_year: 2034 };
    const error = await refusalOf(at.stripe.paymentMethods.create({ type: 'card', card }));
    expect(error).toMatchObject({ statusCode: 402, code: 'incorrect_number' });
  });
});

describe('a bank that asks its customer', () => {
  test('is answered by the customer, who pays', async () => {
    const seller = at.openSeller();
    const asked = await payWith('pm_card_threeDSecure2Required', seller);
    expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
    answerAuthentication(at.emulator.world, asked.id, true);
    const paid = await at.stripe.paymentIntents.retrieve(asked.id, { expand: ['latest_charge'] }, seller);
    expect(paid).toMatchObject({
      status: 'succeeded',
      latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
    });
  });

  test('is answered by someone else, and the payment waits for another card', async () => {
    const seller = at.openSeller();
    const asked = await payWith('pm_card_authenticationRequired', seller);
    answerAuthentication(at.emulator.world, asked.id, false);
    expect(await at.stripe.paymentIntents.retrieve(asked.id, {}, seller)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
      latest_charge: null,
    });
  });

  test('says no when nobody is there to be asked', async () => {
    const error = await refusalOf(payWith('pm_card_authenticationRequired', at.openSeller(), { off_session: true }));
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
  });
});

describe('money that is only held', () => {
  test('is taken in part, with a fee of no more than that part', async () => {
    const seller = at.openSeller();
    const held = await payWith('pm_card_visa', seller, { capture_method: 'manual', application_fee_amount: 100 });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 1000, amount_received: 0 });
    const tooMuch = { amount_to_capture: 50 };
    expect((await refusalOf(at.stripe.paymentIntents.capture(held.id, tooMuch, seller))).statusCode).toBe(400);
    const part = { amount_to_capture: 400, application_fee_amount: 40 };
    const taken = await at.stripe.paymentIntents.capture(held.id, part, seller);
    expect(taken).toMatchObject({ status: 'succeeded', amount_received: 400 });
    const { data } = await at.stripe.balanceTransactions.list({ type: 'charge' }, seller);
    expect(data).toMatchObject([{ amount: 400, fee: 40 + 42, net: 318 }]);
    expect(at.eventsOf(seller.stripeAccount)).toEqual(
      expect.arrayContaining(['payment_intent.amount_capturable_updated', 'charge.captured']),
    );
  });

  test('is let go when it is canceled, or not taken for a week', async () => {
    const seller = at.openSeller();
    const one = await payWith('pm_card_visa', seller, { capture_method: 'manual' });
    const other = await payWith('pm_card_visa', seller, { capture_method: 'manual' });
    const canceled = await at.stripe.paymentIntents.cancel(one.id, { cancellation_reason: 'duplicate' }, seller);
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'duplicate' });
    at.emulator.control.advanceClock(7 * 86_400_000);
    expect(await at.stripe.paymentIntents.retrieve(other.id, { expand: ['latest_charge'] }, seller)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      latest_charge: { refunded: true, captured: false },
    });
    expect((await at.stripe.balanceTransactions.list({}, seller)).data).toEqual([]);
  });
});

describe('a payment in the wrong state', () => {
  test('is not confirmed, captured or canceled again, and is shown in the refusal', async () => {
    const seller = at.openSeller();
    const { id } = await payWith('pm_card_visa', seller);
    const attempts = [
      at.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }, seller),
      at.stripe.paymentIntents.capture(id, {}, seller),
      at.stripe.paymentIntents.cancel(id, {}, seller),
      at.stripe.paymentIntents.update(id, { amount: 2000 }, seller),
    ];
    for (const attempt of attempts) {
      const error = await refusalOf(attempt);
      expect(error).toMatchObject({ code: 'payment_intent_unexpected_state', payment_intent: { id } });
    }
  });

  test('can still be described', async () => {
    const seller = at.openSeller();
    const { id } = await payWith('pm_card_visa', seller, { metadata: { a: '1', b: '2' } });
    const described = { description: 'Cake', metadata: { a: '', c: '3' } };
    expect(await at.stripe.paymentIntents.update(id, described, seller)).toMatchObject({
      description: 'Cake',
      metadata: { b: '2', c: '3' },
    });
  });
});

describe('the cards for Connect', () => {
  test('let Stripe ask more of the account that was paid, or stop its charges or payouts', async () => {
    const asked = at.openSeller();
    await payWith('pm_card_visa_triggerNextRequirements', asked);
    const { requirements } = await at.stripe.accounts.retrieve(asked.stripeAccount);
    expect(requirements?.currently_due).toContain('individual.verification.document');
    const charged = at.openSeller();
    await payWith('pm_card_visa_triggerChargeBlock', charged);
    expect(await at.stripe.accounts.retrieve(charged.stripeAccount)).toMatchObject({ charges_enabled: false });
    const paidOut = at.openSeller();
    await payWith('pm_card_visa_triggerPayoutBlock', paidOut);
    expect(await at.stripe.accounts.retrieve(paidOut.stripeAccount)).toMatchObject({
      charges_enabled: true,
      payouts_enabled: false,
    });
  });
});
