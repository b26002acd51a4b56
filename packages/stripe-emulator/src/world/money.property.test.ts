import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangePayoutFailure } from './arrangements.ts';
import { HOUR, letPass, openAccount, openTestWorld, pay } from '../test/test-world.ts';
import { StripeError } from '../wire/stripe-error.ts';
import { giveBackApplicationFee } from './application-fees.ts';
import { changeBalanceSettings } from './balance-settings.ts';
import { DISPUTE_FEE_MINOR } from './dispute-funds.ts';
import { closeDispute, openDispute, submitEvidence } from './disputes.ts';
import { instantFee } from './instant-fee.ts';
import { instantFundsOf } from './instant-payouts.ts';
import { balancesOf } from './ledger.ts';
import { cancelPayout, createPayout } from './payouts.ts';
import { cancelPaymentIntent, capturePaymentIntent } from './payments.ts';
import { cancelRefund, createRefund, failRefund } from './refunds.ts';
import { stripeFee } from './settlement.ts';
import type { Kind, Kinds } from './state.ts';
import type { World } from './world.ts';

const CARDS = [
  'visa',
  'bypassPending',
  'createDispute',
  'createDisputeInquiry',
  'pendingRefund',
  'refundFail',
  'confirmsLater',
  'confirmsLaterFails',
  'visa_chargeDeclined',
] as const;
const EVIDENCE = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence', 'a letter'] as const;

/** Which of the objects there are is meant, as a share of their number. */
const which = fc.double({ min: 0, max: 0.999, noNaN: true });
const part = fc.double({ min: 0.01, max: 1, noNaN: true });

const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('pay' as const),
      amount: fc.integer({ min: 50, max: 500_000 }),
      feePart: fc.option(part),
      card: fc.constantFrom(...CARDS),
      manual: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('capture' as const), which, part }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), which }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('refund' as const), which, part, withFee: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo_refund' as const), which, cancels: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('give_fee_back' as const), which, part }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('dispute' as const), which, inquiry: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('answer' as const), which, evidence: fc.constantFrom(...EVIDENCE) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('decide' as const),
      which,
      outcome: fc.constantFrom('won' as const, 'lost' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('pay_out' as const), part, instant: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel_payout' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fail_next_payout' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('change_settings' as const),
      minimum: fc.nat(50_000),
      debits: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const DEEDS = 14;

/** How often each step was done and not refused, so that this test cannot pass by doing nothing. */
const done = new Map<Step['does'], number>();

describe('whatever happens', () => {
  test('every balance is the sum of its lines and follows from what was paid, refunded, disputed and paid out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('account' as const, 'application' as const),
        fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'manual' as const),
        fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
        (feesPayer, interval, steps) => {
          const world = openTestWorld();
          const { id, payoutSchedule } = openAccount(world, { feesPayer });
          const schedule = { ...payoutSchedule, interval, weeklyDays: ['friday'], monthlyDays: [31] };
          world.store.update('account', id, { payoutSchedule: schedule });
          for (const one of steps) {
            attempt(() => {
              take(world, id, one);
              done.set(one.does, (done.get(one.does) ?? 0) + 1);
            });
            expectSums(world, id);
            expectBalances(world, id);
            expectWholePayouts(world, id);
          }
          world.store.close();
        },
      ),
      { numRuns: 150 },
    );
    expect(done.size).toBe(DEEDS);
  }, 60_000);
});

/** Stripe may refuse; anything else that is thrown is a mistake. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
  }
}

const share = (amount: number, of: number): number => Math.max(1, Math.round(amount * of));

function take(world: World, account: string, one: Step): void {
  const pick = <K extends Kind>(kind: K, from: number): Kinds[K] => {
    const all = world.store.everywhere(kind);
    const found = all[Math.floor(from * all.length)];
    if (found === undefined)
      throw new StripeError(404, { type: 'invalid_request_error', message: 'There is none yet' });
    return found;
  };
  switch (one.does) {
    case 'pay': {
      const applicationFeeAmount = one.feePart === null ? null : share(one.amount, one.feePart);
      const captureMethod = one.manual ? 'manual' : 'automatic_async';
      pay(world, account, one.amount, { token: `pm_card_${one.card}`, captureMethod, applicationFeeAmount });
      return;
    }
    case 'capture': {
      const { id, amount, applicationFeeAmount } = pick('payment_intent', one.which);
      const captured = share(amount, one.part);
      const fee = applicationFeeAmount === null ? undefined : Math.min(applicationFeeAmount, captured);
      capturePaymentIntent(world, id, { amount: captured, applicationFeeAmount: fee });
      return;
    }
    case 'cancel':
      cancelPaymentIntent(world, pick('payment_intent', one.which).id);
      return;
    case 'refund': {
      const { id, amount } = pick('charge', one.which);
      createRefund(world, { account, charge: id, amount: share(amount, one.part), refundApplicationFee: one.withFee });
      return;
    }
    case 'undo_refund': {
      const { id, status } = pick('refund', one.which);
      if (one.cancels) cancelRefund(world, id);
      else if (status === 'succeeded' || status === 'pending') failRefund(world, id);
      return;
    }
    case 'give_fee_back': {
      const fee = pick('application_fee', one.which);
      giveBackApplicationFee(world, fee, share(fee.amount, one.part));
      return;
    }
    case 'dispute':
      openDispute(world, pick('charge', one.which).id, { inquiry: one.inquiry });
      return;
    case 'answer':
      submitEvidence(world, pick('dispute', one.which).id, {
        evidence: { uncategorized_text: one.evidence },
        submit: true,
      });
      return;
    case 'decide':
      closeDispute(world, pick('dispute', one.which).id, one.outcome);
      return;
    case 'pay_out': {
      const available = one.instant ? instantFundsOf(world, account)[0]?.net : balancesOf(world, account)[0]?.available;
      const method = one.instant ? 'instant' : 'standard';
      createPayout(world, account, { amount: share(available ?? 0, one.part), currency: 'usd', method });
      return;
    }
    case 'cancel_payout':
      cancelPayout(world, pick('payout', one.which).id);
      return;
    case 'fail_next_payout':
      arrangePayoutFailure(world, account, 'account_closed');
      return;
    case 'change_settings':
      changeBalanceSettings(world, account, {
        minimumBalances: { usd: one.minimum },
        debitNegativeBalances: one.debits,
      });
      return;
    case 'wait':
      letPass(world, one.hours * HOUR);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function expectSums(world: World, account: string): void {
  for (const owner of [account, world.platform]) {
    const lines = world.store.all('balance_transaction', owner);
    for (const { amount, fees, net } of lines) expect(net).toBe(amount - sum(fees.map((fee) => fee.amount)));
    const now = world.clock.nowUnix();
    const available = sum(lines.filter(({ availableUnix }) => availableUnix <= now).map(({ net }) => net));
    const [balance = { available: 0, pending: 0 }] = balancesOf(world, owner);
    expect(balance.available).toBe(available);
    expect(balance.available + balance.pending).toBe(sum(lines.map(({ net }) => net)));
  }
}

/** What the balances must come to, worked out from the objects and not from the ledger. */
function expectBalances(world: World, account: string): void {
  const { store } = world;
  const charges = store.all('charge', account).filter(({ captured }) => captured);
  const stripeFees = sum(charges.map(({ amountCaptured }) => stripeFee(world, amountCaptured)));
  const fees = store.everywhere('application_fee');
  const earned = sum(fees.map(({ amount, amountRefunded }) => amount - amountRefunded));
  const refunds = store.all('refund', account).filter(({ status }) => status === 'succeeded' || status === 'pending');
  const disputes = store.all('dispute', account);
  const withdrawn = disputes.filter(({ status }) => ['needs_response', 'under_review', 'lost'].includes(status));
  const disputeFees =
    DISPUTE_FEE_MINOR * disputes.filter(({ balanceTransactions }) => balanceTransactions.length > 0).length;
  const payouts = store.all('payout', account).filter(({ status }) => status !== 'failed' && status !== 'canceled');
  const instant = payouts.filter(({ method }) => method === 'instant');
  const instantFees = sum(instant.map(({ amount }) => instantFee(world.settings.instantPayouts, amount)));
  const platformPays = store.get('account', account).feesPayer === 'application';
  const amounts = (objects: readonly { readonly amount: number }[]): number => sum(objects.map(({ amount }) => amount));

  expect(totalOf(world, account)).toBe(
    sum(charges.map(({ amountCaptured }) => amountCaptured)) -
      earned -
      amounts(refunds) -
      amounts(withdrawn) -
      amounts(payouts) -
      (platformPays ? 0 : stripeFees + disputeFees + instantFees),
  );
  expect(totalOf(world, world.platform)).toBe(earned - (platformPays ? stripeFees + disputeFees + instantFees : 0));
  for (const { id, amount, amountRefunded } of fees) {
    expect(amountRefunded).toBe(amounts(store.everywhere('application_fee_refund', { fee: id })));
    expect(amountRefunded).toBeLessThanOrEqual(amount);
  }
  for (const { id, amountCaptured, amountRefunded } of charges) {
    expect(amountRefunded).toBe(amounts(refunds.filter((refund) => refund.charge === id)));
    expect(amountRefunded).toBeLessThanOrEqual(amountCaptured);
  }
}

function totalOf(world: World, owner: string): number {
  const [balance] = balancesOf(world, owner);
  return balance === undefined ? 0 : balance.available + balance.pending;
}

/** What an automatic payout says it is made of is exactly what it sent. */
function expectWholePayouts(world: World, account: string): void {
  for (const { id } of world.store.all('payout', account).filter(({ automatic }) => automatic)) {
    const lines = world.store.all('balance_transaction', account, { payout: id });
    expect(sum(lines.map(({ net }) => net))).toBe(0);
  }
}
