import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

type Seller = ReturnType<TestStripe['openSeller']>;
const DAY_MS = 86_400_000;

async function disputedWith(token: string): Promise<{ seller: Seller; dispute: Stripe.Dispute; charge: string }> {
  const seller = at.openSeller();
  const { id } = charge(at.emulator.world, seller.stripeAccount, 1000, { token });
  const { data } = await at.stripe.disputes.list({ charge: id }, seller);
  const [dispute] = data;
  if (dispute === undefined) throw new Error('There is no dispute');
  return { seller, dispute, charge: id };
}

async function pendingOf(seller: Seller): Promise<number> {
  const { pending } = await at.stripe.balance.retrieve({}, seller);
  return pending[0]?.amount ?? 0;
}

const disputeEvents = ({ stripeAccount }: Seller): readonly string[] =>
  at.eventsOf(stripeAccount).filter((type) => type.startsWith('charge.dispute.'));

/** What an account has after a charge of 1000, and once it is disputed too. */
const CHARGED = 941;
const DISPUTED = CHARGED - 1000 - 1500;

describe('a dispute', () => {
  test('takes the amount and a fee from the account and waits for an answer', async () => {
    const { seller, dispute, charge: id } = await disputedWith('pm_card_createDispute');
    expect(dispute).toMatchObject({
      amount: 1000,
      reason: 'fraudulent',
      status: 'needs_response',
      is_charge_refundable: false,
      balance_transactions: [
        { amount: -1000, fee: 1500, net: -2500, type: 'adjustment', reporting_category: 'dispute' },
      ],
      evidence: { uncategorized_text: null },
      evidence_details: { has_evidence: false, submission_count: 0, past_due: false },
    });
    expect(await pendingOf(seller)).toBe(DISPUTED);
    expect(await at.stripe.charges.retrieve(id, {}, seller)).toMatchObject({ disputed: true, refunded: false });
    expect(disputeEvents(seller)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  });

  test('is won by winning evidence: the amount comes back, the fee does not', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDisputeProductNotReceived');
    const evidence = { uncategorized_text: 'winning_evidence' };
    const won = await at.stripe.disputes.update(dispute.id, { evidence }, seller);
    expect(won).toMatchObject({
      status: 'won',
      evidence,
      evidence_details: { submission_count: 1, has_evidence: true },
    });
    expect(await pendingOf(seller)).toBe(CHARGED - 1500);
    expect(disputeEvents(seller).slice(2)).toEqual([
      'charge.dispute.updated',
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
  });

  test('is lost by losing evidence, by accepting it, and by letting the time pass', async () => {
    const answered = await disputedWith('pm_card_createDispute');
    const evidence = { uncategorized_text: 'losing_evidence' };
    const lost = await at.stripe.disputes.update(answered.dispute.id, { evidence }, answered.seller);
    expect(lost.status).toBe('lost');
    const accepted = await disputedWith('pm_card_createDispute');
    expect((await at.stripe.disputes.close(accepted.dispute.id, {}, accepted.seller)).status).toBe('lost');
    const forgotten = await disputedWith('pm_card_createDispute');
    at.emulator.control.advanceClock(11 * DAY_MS);
    const { status } = await at.stripe.disputes.retrieve(forgotten.dispute.id, {}, forgotten.seller);
    expect(status).toBe('lost');
    expect((await at.stripe.balanceTransactions.list({ type: 'adjustment' }, forgotten.seller)).data).toHaveLength(1);
  });

  test('keeps evidence without handing it in, and then hands it in for someone to decide', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDispute');
    const kept = await at.stripe.disputes.update(
      dispute.id,
      { evidence: { customer_name: 'Ada' }, submit: false, metadata: { by: 'us' } },
      seller,
    );
    expect(kept).toMatchObject({ status: 'needs_response', metadata: { by: 'us' } });
    const handedIn = await at.stripe.disputes.update(dispute.id, { evidence: { receipt: 'file_1' } }, seller);
    expect(handedIn).toMatchObject({ status: 'under_review', evidence: { customer_name: 'Ada', receipt: 'file_1' } });
    at.emulator.control.advanceClock(11 * DAY_MS);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('under_review');
    const again = at.stripe.disputes.update(dispute.id, { evidence: { receipt: 'file_2' } }, seller);
    expect((await refusalOf(again)).statusCode).toBe(400);
  });

  test('can be opened by hand, once for each charge', () => {
    const { stripeAccount } = at.openSeller();
    const { id } = charge(at.emulator.world, stripeAccount, 1000);
    at.emulator.control.openDispute(id);
    expect(at.eventsOf(stripeAccount).at(-1)).toBe('charge.dispute.funds_withdrawn');
    expect(() => {
      at.emulator.control.openDispute(id);
    }).toThrow('cannot be disputed');
  });
});

describe('an inquiry', () => {
  test('moves no money, and closes when its customer is refunded', async () => {
    const { seller, dispute, charge: id } = await disputedWith('pm_card_createDisputeInquiry');
    expect(dispute).toMatchObject({
      status: 'warning_needs_response',
      balance_transactions: [],
      is_charge_refundable: true,
    });
    expect(await pendingOf(seller)).toBe(CHARGED);
    await at.stripe.refunds.create({ charge: id }, seller);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('warning_closed');
    expect(await pendingOf(seller)).toBe(CHARGED - 1000);
  });

  test('closes when nothing more comes of it', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDisputeInquiry');
    await at.stripe.disputes.update(dispute.id, { evidence: { customer_name: 'Ada' } }, seller);
    at.emulator.control.advanceClock(11 * DAY_MS);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('warning_closed');
  });

  test('may become a dispute, with time of its own', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDisputeInquiry');
    at.emulator.control.advanceClock(5 * DAY_MS);
    const evidence = { uncategorized_text: 'escalate_inquiry_evidence' };
    const escalated = await at.stripe.disputes.update(dispute.id, { evidence }, seller);
    expect(escalated).toMatchObject({ status: 'needs_response', balance_transactions: [{ amount: -1000 }] });
    at.emulator.control.advanceClock(6 * DAY_MS);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('needs_response');
    at.emulator.control.advanceClock(5 * DAY_MS);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('lost');
  });
});

describe('a dispute of its own kind', () => {
  test('comes in several parts, which together are the charge', async () => {
    const { seller, charge: id } = await disputedWith('pm_card_createMultipleDisputes');
    const { data } = await at.stripe.disputes.list({ charge: id }, seller);
    expect(data.map(({ amount, status }) => [amount, status])).toEqual([
      [500, 'needs_response'],
      [500, 'needs_response'],
    ]);
    expect(await pendingOf(seller)).toBe(DISPUTED - 1500);
  });

  test('that was prevented takes the amount, and no fee, and is over', async () => {
    const seller = at.openSeller();
    const { id } = charge(at.emulator.world, seller.stripeAccount, 1000);
    at.emulator.control.openDispute(id, { prevented: true });
    const { data } = await at.stripe.disputes.list({ charge: id }, seller);
    expect(data).toMatchObject([
      { status: 'prevented', payment_method_details: { card: { case_type: 'resolution' } } },
    ]);
    expect(await pendingOf(seller)).toBe(CHARGED - 1000);
    expect((await refusalOf(at.stripe.disputes.close(data[0]?.id ?? '', {}, seller))).message).toContain('closed');
  });

  test('that was lost may be appealed, and won after all', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDispute');
    expect(() => {
      at.emulator.control.moveDispute(dispute.id, 'appeal');
    }).toThrow('was not lost');
    await at.stripe.disputes.close(dispute.id, {}, seller);
    at.emulator.control.moveDispute(dispute.id, 'appeal');
    const appeal = { card: { reason_for_filing: 'It was delivered.', supporting_files: ['file_1'] } };
    const appealed = await at.stripe.disputes.update(dispute.id, { evidence: { appeal } }, seller);
    expect(appealed).toMatchObject({ status: 'appeal_under_review', evidence: { appeal } });
    at.emulator.control.moveDispute(dispute.id, 'win');
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('won');
    expect(await pendingOf(seller)).toBe(CHARGED - 1500);
  });

  test('that nobody appeals in time is lost again', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDispute');
    await at.stripe.disputes.close(dispute.id, {}, seller);
    at.emulator.control.moveDispute(dispute.id, 'appeal');
    at.emulator.control.advanceClock(11 * DAY_MS);
    expect((await at.stripe.disputes.retrieve(dispute.id, {}, seller)).status).toBe('lost');
  });

  test('says what Compelling Evidence 3.0 wants, and when it has it', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createCe3EligibleDispute');
    expect(dispute.enhanced_eligibility_types).toEqual(['visa_compelling_evidence_3']);
    expect(dispute.evidence_details.enhanced_eligibility).toMatchObject({
      visa_compelling_evidence_3: { status: 'requires_action', required_actions: expect.any(Array) },
    });
    const earlier = { charge: 'ch_1', customer_email_address: 'ada@example.com', product_description: 'Bread' };
    const visa_compelling_evidence_3: Stripe.DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3 = {
      disputed_transaction: {
        customer_email_address: 'ada@example.com',
        customer_purchase_ip: '192.0.2.1',
        merchandise_or_services: 'merchandise',
        product_description: 'Bread',
      },
      prior_undisputed_transactions: [earlier, { ...earlier, charge: 'ch_2' }],
    };
    const staged = await at.stripe.disputes.update(
      dispute.id,
      { evidence: { enhanced_evidence: { visa_compelling_evidence_3 } }, submit: false },
      seller,
    );
    expect(staged.evidence_details.enhanced_eligibility).toEqual({
      visa_compelling_evidence_3: { required_actions: [], status: 'qualified' },
    });
    expect(staged.evidence.enhanced_evidence).toMatchObject({ visa_compelling_evidence_3 });
  });

  test.each([
    ['pm_card_createComplianceDispute', 'visa_compliance'],
    ['pm_card_mastercard_createComplianceDispute', 'mastercard_compliance'],
  ] as const)(
    'with %s is countered once its fee is acknowledged, which comes back when it is won',
    async (card, program) => {
      const { seller, dispute } = await disputedWith(card);
      expect(dispute).toMatchObject({
        reason: 'noncompliant',
        payment_method_details: { card: { case_type: 'compliance' } },
        evidence_details: { enhanced_eligibility: { [program]: { status: 'requires_fee_acknowledgement' } } },
      });
      const early = at.stripe.disputes.update(dispute.id, { evidence: { customer_name: 'Ada' } }, seller);
      expect((await refusalOf(early)).param).toBe(`evidence[enhanced_evidence][${program}][fee_acknowledged]`);
      const enhanced_evidence = { [program]: { fee_acknowledged: true } };
      const countered = await at.stripe.disputes.update(dispute.id, { evidence: { enhanced_evidence } }, seller);
      expect(countered).toMatchObject({ status: 'under_review', evidence: { enhanced_evidence } });
      const { available } = await at.stripe.balance.retrieve({}, seller);
      expect(available[0]?.amount).toBe(-50_000);
      at.emulator.control.moveDispute(dispute.id, 'win');
      expect(await at.stripe.balance.retrieve({}, seller)).toMatchObject({ available: [{ amount: 0 }] });
      expect(await pendingOf(seller)).toBe(CHARGED - 1500);
    },
  );

  test('is answered by Smart Disputes when nobody else does, unless told otherwise', async () => {
    const left = await disputedWith('pm_card_createSmartDispute');
    const own = await disputedWith('pm_card_createSmartDispute');
    expect(left.dispute.intended_submission_method).toBe('smart_disputes');
    await at.stripe.disputes.update(own.dispute.id, { intended_submission_method: 'manual' }, own.seller);
    at.emulator.control.advanceClock(11 * DAY_MS);
    expect(await at.stripe.disputes.retrieve(left.dispute.id, {}, left.seller)).toMatchObject({
      status: 'under_review',
      evidence_details: { submission_method: 'smart_disputes', submission_count: 1 },
    });
    expect((await at.stripe.disputes.retrieve(own.dispute.id, {}, own.seller)).status).toBe('lost');
  });

  test('is no matter for Smart Disputes where they are not available', async () => {
    const { seller, dispute } = await disputedWith('pm_card_createDispute');
    const asked = at.stripe.disputes.update(dispute.id, { intended_submission_method: 'smart_disputes' }, seller);
    expect((await refusalOf(asked)).code).toBe('smart_disputes_not_available');
  });
});
