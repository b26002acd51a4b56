import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

function earn(applicationFeeAmount = 100) {
  const seller = at.openSeller();
  const { id, applicationFee } = charge(at.emulator.world, seller.stripeAccount, 1000, { applicationFeeAmount });
  return { seller, charge: id, fee: applicationFee ?? '' };
}

describe('an application fee', () => {
  test('belongs to the platform, and leads to the charge and its account', async () => {
    const { seller, charge: id, fee } = earn();
    expect(await at.stripe.applicationFees.retrieve(fee)).toMatchObject({
      account: seller.stripeAccount,
      charge: id,
      amount: 100,
      amount_refunded: 0,
      refunded: false,
      fee_source: { type: 'charge', charge: id },
    });
    expect((await refusalOf(at.stripe.applicationFees.retrieve(fee, {}, seller))).statusCode).toBe(404);
    expect((await at.stripe.applicationFees.list({}, seller)).data).toEqual([]);
    const event = (await at.stripe.events.list({ type: 'application_fee.created' })).data[0];
    expect(event).toMatchObject({ data: { object: { id: fee } } });
    expect(event).not.toHaveProperty('account');
  });

  test('is shown on the charge', async () => {
    const { seller, charge: id, fee } = earn();
    expect(await at.stripe.charges.retrieve(id, {}, seller)).toMatchObject({
      application_fee: fee,
      application_fee_amount: 100,
      application: expect.stringMatching(/^ca_/u),
    });
  });

  test('is given back to the account in parts, and never more than it was', async () => {
    const { seller, fee } = earn();
    const before = await at.stripe.balance.retrieve({}, seller);
    const part = await at.stripe.applicationFees.createRefund(fee, { amount: 30, metadata: { why: 'kind' } });
    expect(part).toMatchObject({ amount: 30, fee, metadata: { why: 'kind' } });
    expect(await at.stripe.applicationFees.retrieveRefund(fee, part.id)).toEqual(part);
    const after = await at.stripe.balance.retrieve({}, seller);
    expect((after.pending[0]?.amount ?? 0) - (before.pending[0]?.amount ?? 0)).toBe(30);
    expect((await refusalOf(at.stripe.applicationFees.createRefund(fee, { amount: 71 }))).param).toBe('amount');
    await at.stripe.applicationFees.createRefund(fee);
    expect(await at.stripe.applicationFees.retrieve(fee)).toMatchObject({ amount_refunded: 100, refunded: true });
    expect((await refusalOf(at.stripe.applicationFees.createRefund(fee))).statusCode).toBe(400);
    expect((await at.stripe.applicationFees.listRefunds(fee)).data.map(({ amount }) => amount)).toEqual([70, 30]);
    const renamed = await at.stripe.applicationFees.updateRefund(fee, part.id, { metadata: { why: '' } });
    expect(renamed.metadata).toEqual({});
    expect((await refusalOf(at.stripe.applicationFees.retrieveRefund(earn().fee, part.id))).statusCode).toBe(404);
  });

  test('of nothing is none', () => {
    const { fee } = earn(0);
    expect(fee).toBe('');
  });
});
