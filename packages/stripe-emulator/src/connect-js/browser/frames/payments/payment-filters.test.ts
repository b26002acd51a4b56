import { expect, it } from 'vitest';
import { filtersFromDefaults, NO_FILTERS, queryOfFilters } from './payment-filters.ts';

it.each([
  [{ amount: { equals: 500 } }, { amountFrom: 500, amountTo: 500 }],
  [{ amount: { greaterThan: 500 } }, { amountFrom: 501 }],
  [{ amount: { lessThan: 500 } }, { amountTo: 499 }],
  [{ amount: { between: { lowerBound: 1, upperBound: 9 } } }, { amountFrom: 1, amountTo: 9 }],
  [{ date: { before: new Date(9_000) } }, { createdTo: 9 }],
  [{ date: { after: new Date(9_000) } }, { createdFrom: 9 }],
  [{ date: { between: { start: new Date(1_000), end: new Date(2_000) } } }, { createdFrom: 1, createdTo: 2 }],
  [{ paymentMethod: 'card' }, { paymentMethod: 'card' }],
  [{ status: ['refunded', 'disputed'] }, { statuses: ['refunded', 'disputed'] }],
])('reads the default filters %j', (defaults, expected) => {
  expect(filtersFromDefaults(defaults)).toEqual({ statuses: [], ...expected });
});

it.each([[undefined], [null], ['status'], [{ status: ['no such state'] }], [{ amount: { equals: 'much' } }]])(
  'does not narrow the list by %j',
  (defaults) => {
    expect(filtersFromDefaults(defaults)).toEqual(NO_FILTERS);
  },
);

it('writes filters and cursor as a query', () => {
  const filters = { statuses: ['refunded', 'failed'] as const, amountFrom: 100 };
  expect(queryOfFilters(filters, 'pi_1')).toBe('status=refunded&status=failed&amountFrom=100&after=pi_1');
});
