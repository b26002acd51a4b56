import type { PaymentIntent, PaymentIntentStatus } from '../../world/state.ts';
import type { ListQuery } from '../../world/queries.ts';
import type { World } from '../../world/world.ts';
import type { Page, PaymentRow, PaymentStatus } from '../frame-data.ts';
import { amountOf, paymentOf, refundedOf, statusOf, type Payment } from './payment-status.ts';

/** What a list of payments is narrowed to; both ends are included. */
export type PaymentsAsked = {
  readonly statuses: readonly string[];
  readonly amountFrom?: number | undefined;
  readonly amountTo?: number | undefined;
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  readonly paymentMethod?: string | undefined;
  readonly after?: string | undefined;
};

export const PAGE_SIZE = 10;
const READ_AT_ONCE = 100;
const UNFINISHED = ['requires_payment_method', 'requires_confirmation', 'requires_action'] as const;

/** Lists payments, newest first. The state of a payment is not stored, so matching ones are looked for until a page is full. */
export function paymentsPage(world: World, account: string, asked: PaymentsAsked): Page<PaymentRow> {
  const found: PaymentRow[] = [];
  for (const intent of intentsAfter(world, account, asked)) {
    const row = paymentRow(world, paymentOf(world, intent));
    if (!isAskedFor(row, asked)) continue;
    if (found.length === PAGE_SIZE) return { rows: found, next: found.at(-1)?.id ?? null };
    found.push(row);
  }
  return { rows: found, next: null };
}

function* intentsAfter(world: World, account: string, asked: PaymentsAsked): Generator<PaymentIntent> {
  let startingAfter = asked.after;
  for (;;) {
    const where = { status: intentStatuses(asked.statuses) };
    const query = { account, where, created: createdRange(asked), limit: READ_AT_ONCE, startingAfter };
    const { rows, hasMore } = world.store.list('payment_intent', query);
    yield* rows;
    if (!hasMore) return;
    startingAfter = rows.at(-1)?.id;
  }
}

/** In which states an intent can be whose payment is listed under each word: others need not be looked at. */
const INTENT_STATUSES: Readonly<Record<PaymentStatus, readonly PaymentIntentStatus[]>> = {
  blocked: UNFINISHED,
  canceled: ['canceled'],
  disputed: ['succeeded'],
  early_fraud_warning: [],
  failed: UNFINISHED,
  incomplete: UNFINISHED,
  partially_refunded: ['succeeded'],
  pending: ['processing'],
  refund_pending: ['succeeded'],
  refunded: ['succeeded'],
  successful: ['succeeded'],
  uncaptured: ['requires_capture'],
};

function intentStatuses(statuses: readonly string[]): readonly PaymentIntentStatus[] | undefined {
  if (statuses.length === 0) return undefined;
  const possible = Object.entries(INTENT_STATUSES).filter(([status]) => statuses.includes(status));
  return [...new Set(possible.flatMap(([, ofIntent]) => ofIntent))];
}

function createdRange({ createdFrom, createdTo }: PaymentsAsked): NonNullable<ListQuery<'payment_intent'>['created']> {
  return { ...(createdFrom !== undefined && { gte: createdFrom }), ...(createdTo !== undefined && { lte: createdTo }) };
}

function isAskedFor(row: PaymentRow, { statuses, amountFrom, amountTo, paymentMethod }: PaymentsAsked): boolean {
  if (statuses.length > 0 && !statuses.includes(row.status)) return false;
  if (paymentMethod !== undefined && (row.method === null || paymentMethod !== 'card')) return false;
  return row.amount >= (amountFrom ?? 0) && row.amount <= (amountTo ?? Number.MAX_SAFE_INTEGER);
}

/** Writes a payment as the lists show it. */
export function paymentRow(world: World, payment: Payment): PaymentRow {
  const { intent, charge } = payment;
  const card = charge?.card ?? methodOf(world, intent)?.card;
  return {
    id: intent.id,
    amount: amountOf(payment),
    currency: intent.currency,
    amountRefunded: refundedOf(payment),
    status: statusOf(world, payment),
    description: intent.description,
    customer: customerOf(world, payment),
    method: card === undefined ? null : { brand: card.brand, last4: card.last4 },
    createdUnix: intent.createdUnix,
  };
}

function customerOf(world: World, { intent, charge }: Payment): string | null {
  const billing = charge?.billing ?? methodOf(world, intent)?.billing;
  return billing?.email ?? intent.receiptEmail ?? billing?.name ?? null;
}

function methodOf({ store }: World, { paymentMethod }: PaymentIntent) {
  return paymentMethod === null ? undefined : store.find('payment_method', paymentMethod);
}
