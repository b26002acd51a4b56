import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../src/test/test-stripe.ts';
import { liveBusyWeeks } from './busy-weeks.ts';
import { UNLISTED } from './cases/events.ts';
import { complaintsAbout } from './literals.ts';

let at: TestStripe;
let snapshots: readonly Stripe.Event[];
let thin: readonly Stripe.V2.Core.Event[];
/** Thin events of what snapshot events tell of too. */
let twins: readonly Stripe.V2.Core.Event[];

beforeAll(async () => {
  at = await startTestStripe();
  const accounts = await liveBusyWeeks(at);
  const told = await Promise.all([{}, ...accounts].map(eventsOf));
  snapshots = told.flat().filter(({ type }) => !UNLISTED.has(type));
  const listed = (await Promise.all([{}, ...accounts].map(thinEventsOf))).flat();
  thin = listed.filter(({ type }) => type.startsWith('v2.'));
  twins = listed.filter(({ type }) => !type.startsWith('v2.') && !UNLISTED.has(type.slice('v1.'.length)));
}, 120_000);

afterAll(() => at.emulator.close());

function eventsOf(options: Stripe.RequestOptions): Promise<readonly Stripe.Event[]> {
  return at.stripe.events.list({ limit: 100 }, options).autoPagingToArray({ limit: 1000 });
}

function thinEventsOf(options: Stripe.RequestOptions): Promise<readonly Stripe.V2.Core.Event[]> {
  return at.stripe.v2.core.events.list({ limit: 100 }, options).autoPagingToArray({ limit: 1000 });
}

test('whatever an event tells of is of the type that the SDK promises for such an event', async () => {
  const shown = [
    ...snapshots.map((answer) => ({ endpoint: answer.type, type: 'Stripe.Event', answer })),
    ...[...thin, ...twins].map((answer) => ({ endpoint: answer.type, type: 'Stripe.V2.Core.Event', answer })),
  ];
  expect(await complaintsAbout(shown)).toEqual([]);
}, 120_000);

test('two busy weeks are told of by events of every kind', () => {
  const types = new Set<string>([...snapshots, ...thin].map(({ type }) => type));
  expect(Array.from(types).toSorted()).toEqual(TOLD.trim().split(/\s+/u).toSorted());
});

test('every snapshot event has a thin twin that leads to what it is about', async () => {
  const twinOf = new Map(twins.map((twin) => [twin.snapshot_event, twin]));
  expect(twins).toHaveLength(snapshots.length);
  for (const { id, type, account } of snapshots)
    expect(twinOf.get(id)).toMatchObject({ type: `v1.${type}`, ...(account !== undefined && { context: account }) });
  // Listed newest first: of each type this is the first that was told.
  const oneOfEach = new Map(twins.map((twin) => [twin.type, twin]));
  for (const { type, context, ...twin } of oneOfEach.values()) {
    if (!('related_object' in twin) || type.endsWith('.deleted')) continue;
    const { url, type: object } = twin.related_object;
    const options = context === undefined ? {} : { stripeContext: context };
    expect(await at.stripe.rawRequest('GET', url, undefined, options)).toMatchObject({ object });
  }
});

const TOLD = `
  account.application.authorized account.application.deauthorized
  account.external_account.created account.external_account.deleted account.external_account.updated account.updated
  application_fee.created application_fee.refund.updated application_fee.refunded
  balance.available balance_settings.updated capability.updated
  charge.captured charge.dispute.closed charge.dispute.created charge.dispute.funds_reinstated
  charge.dispute.funds_withdrawn charge.dispute.updated charge.failed charge.pending charge.refunded charge.succeeded
  charge.updated
  checkout.session.async_payment_failed checkout.session.async_payment_succeeded checkout.session.completed
  checkout.session.expired
  customer.created customer.deleted customer.updated
  payment_intent.amount_capturable_updated payment_intent.canceled payment_intent.created payment_intent.payment_failed
  payment_intent.processing payment_intent.requires_action payment_intent.succeeded
  payment_method.attached payment_method.detached
  payout.canceled payout.created payout.failed payout.paid payout.reconciliation_completed payout.updated
  person.created person.deleted person.updated
  price.created price.updated product.created product.updated
  radar.early_fraud_warning.created
  refund.created refund.failed refund.updated
  tax.settings.updated
  transfer.created transfer.reversed transfer.updated
  v2.core.account.closed v2.core.account.created v2.core.account.updated
  v2.core.account[configuration.merchant].capability_status_updated
  v2.core.account[configuration.recipient].capability_status_updated
  v2.core.account[future_requirements].updated v2.core.account[identity].updated
  v2.core.account[requirements].updated
  v2.core.account_person.created v2.core.account_person.deleted v2.core.account_person.updated
`;
