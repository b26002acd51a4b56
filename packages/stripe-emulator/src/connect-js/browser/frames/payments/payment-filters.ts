import type { PaymentStatus } from '../../../frame-data.ts';
import { isPaymentStatus } from './payment-status.ts';

/** What a list of payments is narrowed to; amounts in minor units, times in Unix seconds, both ends included. */
export type PaymentFilters = {
  readonly statuses: readonly PaymentStatus[];
  readonly amountFrom?: number;
  readonly amountTo?: number;
  readonly createdFrom?: number;
  readonly createdTo?: number;
  /** Stripe's name of a kind of payment method, for example `card`. */
  readonly paymentMethod?: string;
};

export const NO_FILTERS: PaymentFilters = { statuses: [] };

/** Reads connect-js's `defaultFilters`; what it does not understand does not narrow the list. */
export function filtersFromDefaults(defaults: unknown): PaymentFilters {
  if (!isRecord(defaults)) return NO_FILTERS;
  const statuses = Array.isArray(defaults['status']) ? defaults['status'].filter(isStatusName) : [];
  const { paymentMethod } = defaults;
  return {
    statuses,
    ...amountRange(defaults['amount']),
    ...dateRange(defaults['date']),
    ...(typeof paymentMethod === 'string' && { paymentMethod }),
  };
}

function amountRange(amount: unknown): Pick<PaymentFilters, 'amountFrom' | 'amountTo'> {
  if (!isRecord(amount)) return {};
  const { equals, greaterThan, lessThan, between } = amount;
  const bounds = isRecord(between) ? between : {};
  return range('amountFrom', 'amountTo', {
    from: numberOf(equals) ?? plus(numberOf(greaterThan), 1) ?? numberOf(bounds['lowerBound']),
    to: numberOf(equals) ?? plus(numberOf(lessThan), -1) ?? numberOf(bounds['upperBound']),
  });
}

function dateRange(date: unknown): Pick<PaymentFilters, 'createdFrom' | 'createdTo'> {
  if (!isRecord(date)) return {};
  const bounds = isRecord(date['between']) ? date['between'] : {};
  return range('createdFrom', 'createdTo', {
    from: unixOf(date['after']) ?? unixOf(bounds['start']),
    to: unixOf(date['before']) ?? unixOf(bounds['end']),
  });
}

/** Writes the filters as the query of the frame API. */
export function queryOfFilters(filters: PaymentFilters, after: string | undefined): string {
  const { statuses, ...bounds } = filters;
  const query = new URLSearchParams(statuses.map((status) => ['status', status]));
  for (const [name, value] of Object.entries(bounds)) query.set(name, String(value));
  if (after !== undefined) query.set('after', after);
  return query.toString();
}

function range<From extends string, To extends string>(
  from: From,
  to: To,
  ends: { from: number | undefined; to: number | undefined },
): Partial<Record<From | To, number>> {
  const known: Partial<Record<From | To, number>> = {};
  if (ends.from !== undefined) known[from] = ends.from;
  if (ends.to !== undefined) known[to] = ends.to;
  return known;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isStatusName(value: unknown): value is PaymentStatus {
  return typeof value === 'string' && isPaymentStatus(value);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function plus(value: number | undefined, step: number): number | undefined {
  return value === undefined ? undefined : value + step;
}

function unixOf(value: unknown): number | undefined {
  return value instanceof Date ? Math.floor(value.getTime() / 1000) : undefined;
}
