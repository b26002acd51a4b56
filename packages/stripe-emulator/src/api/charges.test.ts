import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

describe('a charge', () => {
  test('can be described, and tells', async () => {
    const seller = at.openSeller();
    const { id } = charge(at.emulator.world, seller.stripeAccount, 1000, { metadata: { order: '7' } });
    const described = { description: 'Cake', metadata: { by: 'us' } };
    expect(await at.stripe.charges.update(id, described, seller)).toMatchObject({
      description: 'Cake',
      metadata: { order: '7', by: 'us' },
    });
    const [event] = (await at.stripe.events.list({ type: 'charge.updated' }, seller)).data;
    expect(event).toMatchObject({
      data: { object: { id, description: 'Cake' }, previous_attributes: { description: null } },
    });
    expect(event?.data.object).not.toHaveProperty('refunds');
  });

  test('is captured once', async () => {
    const seller = at.openSeller();
    const { id } = charge(at.emulator.world, seller.stripeAccount, 1000, { captureMethod: 'manual' });
    expect(await at.stripe.charges.retrieve(id, {}, seller)).toMatchObject({ captured: false, amount_captured: 0 });
    const captured = await at.stripe.charges.capture(id, { amount: 300 }, seller);
    expect(captured).toMatchObject({ captured: true, amount_captured: 300, amount: 1000 });
    const error = await refusalOf(at.stripe.charges.capture(id, {}, seller));
    expect(error).toMatchObject({
      code: 'charge_already_captured',
      message: `Charge ${id} has already been captured.`,
    });
  });

  test('is found by its payment, newest first, page by page', async () => {
    const seller = at.openSeller();
    const made = [1, 2, 3].map((nth) => charge(at.emulator.world, seller.stripeAccount, nth * 100));
    const [first] = made;
    const found = await at.stripe.charges.list({ payment_intent: first?.paymentIntent ?? '' }, seller);
    expect(found.data.map(({ id }) => id)).toEqual([first?.id]);
    const all = await at.stripe.charges.list({ limit: 2 }, seller).autoPagingToArray({ limit: 10 });
    expect(all.map(({ amount }) => amount)).toEqual([300, 200, 100]);
  });

  test.each([
    ['pm_card_radarBlock', { type: 'blocked', reason: 'highest_risk_level', network_status: 'not_sent_to_network' }],
    ['pm_card_chargeDeclined', { type: 'issuer_declined', reason: 'generic_decline', risk_level: 'normal' }],
    ['pm_card_riskLevelElevated', { type: 'authorized', risk_level: 'elevated' }],
    ['pm_card_visa', { type: 'authorized', risk_level: 'normal', seller_message: 'Payment complete.' }],
  ])('with %s says why it went as it did', async (token, outcome) => {
    const seller = at.openSeller();
    const { id } = charge(at.emulator.world, seller.stripeAccount, 1000, { token });
    expect((await at.stripe.charges.retrieve(id, {}, seller)).outcome).toMatchObject(outcome);
  });
});

describe('the lines of the ledger', () => {
  test('are found by type, source and time, and lead to what they are about', async () => {
    const seller = at.openSeller();
    const { id, balanceTransaction, createdUnix } = charge(at.emulator.world, seller.stripeAccount, 1000);
    const { balanceTransactions } = at.stripe;
    const { data } = await balanceTransactions.list({ source: id, expand: ['data.source'] }, seller);
    expect(data).toMatchObject([{ id: balanceTransaction, source: { id, object: 'charge' } }]);
    expect((await balanceTransactions.list({ type: 'payout' }, seller)).data).toEqual([]);
    expect((await balanceTransactions.list({ created: { gt: createdUnix } }, seller)).data).toEqual([]);
    const one = await balanceTransactions.retrieve(balanceTransaction ?? '', {}, seller);
    expect(one).toMatchObject({ status: 'pending', net: 941, fee_details: [{ type: 'stripe_fee', amount: 59 }] });
    at.emulator.control.advanceClock(4 * 86_400_000);
    expect((await balanceTransactions.retrieve(one.id, {}, seller)).status).toBe('available');
  });
});

describe('a charge that is made by itself', () => {
  const BREAD = { amount: 1000, currency: 'usd', source: 'tok_visa' };

  test('takes the money of a token at once, without a payment intent', async () => {
    const seller = at.openSeller();
    const wish = { ...BREAD, description: 'Bread', application_fee_amount: 100, metadata: { order: '7' } };
    const made = await at.stripe.charges.create({ ...wish, expand: ['balance_transaction'] }, seller);
    expect(made).toMatchObject({
      amount_captured: 1000,
      application_fee_amount: 100,
      balance_transaction: { net: 841, type: 'charge' },
      captured: true,
      description: 'Bread',
      metadata: { order: '7' },
      payment_intent: null,
      source: { object: 'card', brand: 'visa', last4: '4242' },
      status: 'succeeded',
    });
    expect(at.eventsOf(seller.stripeAccount).slice(-1)).toEqual(['charge.succeeded']);
    expect((await at.stripe.paymentIntents.list({}, seller)).data).toEqual([]);
    const { data: fees } = await at.stripe.applicationFees.list({ charge: made.id });
    expect(fees.map(({ amount }) => amount)).toEqual([100]);
  });

  test('is kept when the bank says no', async () => {
    const seller = at.openSeller();
    const refusal = await refusalOf(at.stripe.charges.create({ ...BREAD, source: 'tok_chargeDeclined' }, seller));
    expect(refusal).toMatchObject({ statusCode: 402, code: 'card_declined', payment_intent: undefined });
    const { data } = await at.stripe.charges.list({}, seller);
    expect(data).toMatchObject([{ status: 'failed', failure_code: 'card_declined' }]);
  });

  test('is held until it is captured, or let go after a week', async () => {
    const seller = at.openSeller();
    const [one, other] = await Promise.all(
      ['1', '2'].map((order) => at.stripe.charges.create({ ...BREAD, capture: false, metadata: { order } }, seller)),
    );
    const taken = await at.stripe.charges.capture(one?.id ?? '', { amount: 400 }, seller);
    expect(taken).toMatchObject({ amount_captured: 400, captured: true, payment_intent: null });
    at.emulator.control.advanceClock(8 * 86_400_000);
    const gone = await at.stripe.charges.retrieve(other?.id ?? '', {}, seller);
    expect([gone.captured, gone.refunded]).toEqual([false, true]);
    expect(at.eventsOf(seller.stripeAccount)).toContain('charge.expired');
    const late = await refusalOf(at.stripe.charges.capture(gone.id, {}, seller));
    expect(late.code).toBe('charge_expired_for_capture');
  });

  test('is refunded and disputed like any other', async () => {
    const seller = at.openSeller();
    const { id } = await at.stripe.charges.create(BREAD, seller);
    const refund = await at.stripe.refunds.create({ charge: id }, seller);
    expect(refund).toMatchObject({ charge: id, payment_intent: null, status: 'succeeded' });
    const disputed = await at.stripe.charges.create({ ...BREAD, source: 'tok_createDispute' }, seller);
    const { data } = await at.stripe.disputes.list({ charge: disputed.id }, seller);
    expect(data).toMatchObject([{ charge: disputed.id, payment_intent: null, status: 'needs_response' }]);
  });

  test.each([
    ['transfer_data', (id: string) => ({ transfer_data: { destination: id } }), 1000],
    ['destination, with a part', (id: string) => ({ destination: { account: id, amount: 700 } }), 700],
  ])('goes on to another account by %s', async (_, more, amount) => {
    const { stripeAccount: id } = at.openSeller();
    const made = await at.stripe.charges.create({ ...BREAD, ...more(id), expand: ['transfer'] });
    expect(made.transfer).toMatchObject({ amount, destination: id });
  });

  test.each([
    ['nothing', {}, 'parameter_missing'],
    ['a token that is none', { source: 'tok_none' }, 'resource_missing'],
  ])('needs a card: %s is refused', async (_, source, code) => {
    const { amount, currency } = BREAD;
    expect((await refusalOf(at.stripe.charges.create({ amount, currency, ...source }))).code).toBe(code);
  });
});
