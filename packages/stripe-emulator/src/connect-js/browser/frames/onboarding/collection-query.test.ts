import { expect, it } from 'vitest';
import { collectionQuery } from './collection-query.ts';

it.each([
  [{}, ''],
  [
    { collectionOptions: { fields: 'eventually_due', futureRequirements: 'include' } },
    'fields=eventually_due&future=include',
  ],
  [
    { collectionOptions: { fields: 'currently_due', requirements: { only: ['individual.*', 7] } } },
    'fields=currently_due&only=individual.*',
  ],
  [{ collectionOptions: { requirements: { exclude: ['a', 'b'] } } }, 'exclude=a&exclude=b'],
  [{ skipTermsOfServiceCollection: true }, 'exclude=tos_acceptance.*'],
  [
    { skipTermsOfServiceCollection: true, collectionOptions: { requirements: { only: ['individual.*'] } } },
    'only=individual.*',
  ],
  [{ collectionOptions: 'everything' }, ''],
])('asks with %j for %j', (values, query) => {
  expect(collectionQuery(values)).toBe(query);
});
