import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const rights = ['refund_management', 'capture_payments', 'dispute_management'];
const details = async (id: string, features: readonly string[] = rights) =>
  (await ask(app, `payments/${id}`, secretFor(app.world, account.id, { payment_details: features }))).body;

describe('a payment', () => {
  it('tells fees and net, which add up', async () => {
    const id = pay(app.world, account.id, { amount: 10_000, applicationFeeAmount: 500 });
    expect(await details(id)).toMatchObject({
      fees: [
        { kind: 'application_fee', amount: 500 },
        { kind: 'stripe_fee', amount: 320 },
      ],
      net: 9180,
      refundable: 10_000,
      capturable: 0,
      dispute: null,
      failure: null,
    });
  });

  it('is found by its charge as well', async () => {
    const id = pay(app.world, account.id);
    const { latestCharge } = app.world.store.get('payment_intent', id);
    expect(await details(latestCharge ?? '')).toMatchObject({ id });
  });

  it('says why it failed, and that no money moved', async () => {
    const id = pay(app.world, account.id, { number: '4000000000009995' });
    expect(await details(id)).toMatchObject({
      status: 'failed',
      failure: 'insufficient_funds',
      net: null,
      refundable: 0,
    });
  });

  it('is refunded in part and then in full', async () => {
    const id = pay(app.world, account.id, { amount: 5000 });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    expect(await act(app, `payments/${id}/refund`, secret, { amount: 2000, reason: 'duplicate' })).toMatchObject({
      status: 200,
    });
    expect(await details(id)).toMatchObject({ status: 'partially_refunded', amountRefunded: 2000, refundable: 3000 });
    expect(await act(app, `payments/${id}/refund`, secret, { amount: 3001 })).toMatchObject({ status: 400 });
    expect(await act(app, `payments/${id}/refund`, secret, { amount: 3000 })).toMatchObject({ status: 200 });
    expect(await details(id)).toMatchObject({ status: 'refunded', refundable: 0, net: -175 });
    const [reason] = app.world.store.all('refund', account.id).map((refund) => refund.reason);
    expect(reason).toBe('duplicate');
  });

  it('is captured, for less than was authorised', async () => {
    const id = pay(app.world, account.id, { amount: 5000, captureMethod: 'manual' });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    expect(await details(id)).toMatchObject({ status: 'uncaptured', capturable: 5000, net: null });
    expect(await act(app, `payments/${id}/capture`, secret, { amount: 5001 })).toMatchObject({ status: 400 });
    expect(await act(app, `payments/${id}/capture`, secret, { amount: 4000 })).toMatchObject({ status: 200 });
    expect(await details(id)).toMatchObject({
      status: 'successful',
      amount: 4000,
      amountRefunded: 0,
      capturable: 0,
      refundable: 4000,
    });
    expect(await act(app, `payments/${id}/capture`, secret, { amount: 1 })).toMatchObject({ status: 400 });
  });

  it('offers nothing that the session does not allow', async () => {
    const paid = pay(app.world, account.id);
    const held = pay(app.world, account.id, { captureMethod: 'manual' });
    expect(await details(paid, [])).toMatchObject({ refundable: 0 });
    expect(await details(held, [])).toMatchObject({ capturable: 0 });
    const secret = secretFor(app.world, account.id, { payment_details: [] });
    expect(await act(app, `payments/${paid}/refund`, secret, { amount: 1 })).toMatchObject({ status: 403 });
    expect(await act(app, `payments/${held}/capture`, secret, { amount: 1 })).toMatchObject({ status: 403 });
    expect(app.world.store.all('refund', account.id)).toEqual([]);
  });

  it('is refunded only from the component that may', async () => {
    const id = pay(app.world, account.id);
    const secret = secretFor(app.world, account.id, { payments: [], payment_details: ['refund_management'] });
    const from = (component: string) =>
      act(app, `payments/${id}/refund`, secret, { amount: 100 }, { 'frame-component': component });
    expect(await from('payments')).toMatchObject({ status: 403 });
    expect(await from('payment-details')).toMatchObject({ status: 200 });
  });

  it.each([{}, { amount: 0 }, { amount: -5 }, { amount: 1.5 }, { amount: '100' }])(
    'is not refunded with %j',
    async (body) => {
      const id = pay(app.world, account.id);
      const secret = secretFor(app.world, account.id, { payments: rights });
      expect(await act(app, `payments/${id}/refund`, secret, body)).toMatchObject({ status: 400 });
    },
  );

  it('tells what happened to it, newest first', async () => {
    const id = pay(app.world, account.id, { number: '4000000000000002' });
    expect(await details(id)).toMatchObject({
      timeline: [{ event: 'failed', failure: 'generic_decline', tone: 'danger' }, { event: 'started' }],
    });
  });

  it('shows its dispute, what it costs, and until when it can be answered', async () => {
    const id = pay(app.world, account.id, { number: '4000000000000259', amount: 5000 });
    const disputed = await details(id);
    expect(disputed).toMatchObject({
      status: 'disputed',
      refundable: 0,
      dispute: { status: 'needs_response', answerDueUnix: expect.any(Number), mayAnswer: true },
    });
    expect(await details(id, [])).toMatchObject({ dispute: { mayAnswer: false } });
    const list = await ask(app, 'disputes', secretFor(app.world, account.id, { disputes_list: [] }));
    expect(list.body).toMatchObject({ rows: [{ payment: id, amount: 5000 }], next: null });
  });

  it.each([
    ['evidence', { text: 'losing_evidence' }, 'lost'],
    ['evidence', { text: 'winning_evidence' }, 'won'],
    ['evidence', { text: 'The parcel was signed for.' }, 'under_review'],
    ['accept-dispute', {}, 'lost'],
  ])('has its dispute answered once by %s with %j', async (path, body, status) => {
    const id = pay(app.world, account.id, { number: '4000000000000259' });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    const without = secretFor(app.world, account.id, { payment_details: ['refund_management'] });
    expect(await act(app, `payments/${id}/${path}`, without, body)).toMatchObject({ status: 403 });
    expect(await act(app, `payments/${id}/${path}`, secret, body)).toMatchObject({ status: 200 });
    expect(await details(id)).toMatchObject({ dispute: { status, mayAnswer: false } });
    expect(await act(app, `payments/${id}/accept-dispute`, secret)).toMatchObject({ status: 400 });
  });

  it('gets its money and the fee back when its dispute is won', async () => {
    const id = pay(app.world, account.id, { number: '4000000000000259', amount: 5000 });
    const secret = secretFor(app.world, account.id, { payment_details: rights });
    await act(app, `payments/${id}/evidence`, secret, { text: 'winning_evidence' });
    const { fees, net, refundable } = await details(id);
    expect(fees).toContainEqual({ kind: 'stripe_fee', amount: 175 });
    expect(fees).not.toContainEqual(expect.objectContaining({ kind: 'dispute' }));
    expect([net, refundable]).toEqual([4825 - disputeFeeIn(fees), 5000]);
  });
});

function disputeFeeIn(fees: unknown): number {
  const rows: readonly unknown[] = Array.isArray(fees) ? fees : [];
  const row = rows.find(
    (fee) => typeof fee === 'object' && fee !== null && 'kind' in fee && fee.kind === 'dispute_fee',
  );
  return typeof row === 'object' && row !== null && 'amount' in row ? Number(row.amount) : 0;
}
