import { expect, test } from 'vitest';
import { providerRefusalFrom } from './provider-refusal.ts';

const requestId = 'req_aaaabbbbccccdddd';
const from = (query: Readonly<Record<string, string>>): ReturnType<typeof providerRefusalFrom> =>
  providerRefusalFrom(`?${new URLSearchParams(query).toString()}`, 'Marlow ID');

test('the provider is named as on its button', () => {
  expect(from({ refused: 'provider_unavailable' })?.words).toContain("can't reach Marlow ID");
});

test('the id of the request is there where somebody else has to help, and nowhere else', () => {
  expect(from({ refused: 'identity_changed', request: requestId })?.requestId).toBe(requestId);
  expect(from({ refused: 'provider_declined', request: requestId })?.requestId).toBeUndefined();
});

test.each(['', 'constructor', 'toString', 'your account is blocked, call 555'])(
  'whatever else stands in the query (%j), no words of it stand on the page',
  (refused) => {
    expect(from({ refused })).toBeUndefined();
  },
);

test('nor does what is no id of ours', () => {
  expect(from({ refused: 'internal', request: 'call 555' })?.requestId).toBeUndefined();
});
