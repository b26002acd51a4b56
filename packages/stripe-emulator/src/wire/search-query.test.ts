import { expect, test } from 'vitest';
import { readSearch } from './search-query.ts';

test('clauses are joined by AND, spoken or not', () => {
  const { clauses, any } = readSearch('amount>=100 -status:"failed" AND metadata["order no"]:\'7\'');
  expect(any).toBe(false);
  expect(clauses).toEqual([
    { field: 'amount', sign: '>=', wanted: '100', negated: false },
    { field: 'status', sign: ':', wanted: 'failed', negated: true },
    { field: 'metadata.order no', sign: ':', wanted: '7', negated: false },
  ]);
});

test('what is not quoted and null asks for nothing', () => {
  expect(readSearch('email:null OR name~"an"')).toEqual({
    any: true,
    clauses: [
      { field: 'email', sign: ':', wanted: null, negated: false },
      { field: 'name', sign: '~', wanted: 'an', negated: false },
    ],
  });
});

test.each(['', 'amount', 'amount:1 AND', 'a:1 OR b:2 AND c:3'])('%j is no query', (query) => {
  expect(() => readSearch(query)).toThrow(expect.objectContaining({ status: 400 }));
});
