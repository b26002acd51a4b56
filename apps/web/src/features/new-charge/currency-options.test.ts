import { currencies, currency } from '@sellerdesk/money';
import { expect, test } from 'vitest';
import { currencyGroups } from './currency-options.ts';

test("the account's own currency comes first, and every currency comes once", () => {
  const groups = currencyGroups(currency('gbp'), 'en');
  expect(groups[0]?.options).toEqual([{ code: 'gbp', label: 'GBP · British Pound' }]);
  const all = groups.flatMap(({ options }) => options.map(({ code }) => code));
  expect(all.toSorted()).toEqual(currencies.toSorted());
});
