import { expect, test } from 'vitest';
import { eventFromBody } from './received-event.ts';

const chargeId = '5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11';
const snapshot = {
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  account: 'acct_1Seller',
  livemode: false,
  created: 1_790_000_000,
  data: { object: { id: 'cs_1', metadata: { charge_id: chargeId }, customer_details: { email: 'ada@example.com' } } },
};
const thin = {
  id: 'evt_test_65T',
  object: 'v2.core.event',
  type: 'v2.core.account[requirements].updated',
  livemode: false,
  created: '2026-11-24T12:00:00.000Z',
  related_object: { id: 'acct_1Seller', type: 'v2.core.account', url: '/v2/core/accounts/acct_1Seller' },
};
const read = (value: unknown) => eventFromBody(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

test('of a snapshot event only what it is about is kept', () => {
  expect(read(snapshot)).toEqual({
    eventId: 'evt_1',
    type: 'checkout.session.completed',
    account: 'acct_1Seller',
    livemode: false,
    objectId: 'cs_1',
    chargeId,
    createdAt: new Date(1_790_000_000_000),
  });
});

test('a thin event of an account is about that account', () => {
  expect(read(thin)).toMatchObject({ account: 'acct_1Seller', objectId: 'acct_1Seller', chargeId: null });
});

test.each(['v2.core.account_link.returned', 'v2.core.account_person.updated'])(
  'a thin event of a kind that only begins like an account’s, %s, is about no account',
  (type) => {
    expect(read({ ...thin, type, related_object: { id: 'person_1' } })).toMatchObject({ account: null });
  },
);

test('a thin event of what there is one of, such as a balance, is about nothing with an id', () => {
  const related = { type: 'balance', url: '/v1/balance' };
  expect(read({ ...thin, type: 'v1.balance.available', related_object: related })).toMatchObject({ objectId: null });
});

test('an object may have no id and no metadata, and metadata may be somebody else’s', () => {
  expect(read({ ...snapshot, type: 'balance.available', data: { object: { available: [] } } })).toMatchObject({
    objectId: null,
    chargeId: null,
  });
  expect(
    read({ ...snapshot, data: { object: { id: 'ch_1', metadata: { charge_id: 'order 7' } } } })?.chargeId,
  ).toBeNull();
});

test.each([
  ['no JSON', '{'],
  ['no event', { object: 'charge', id: 'ch_1' }],
  ['no id', { ...snapshot, id: undefined }],
  ['an id with a space', { ...snapshot, id: 'evt 1' }],
  ['no mode', { ...snapshot, livemode: 'false' }],
  ['a number', '1'],
  ['null', 'null'],
  ['a moment that is none', { ...thin, created: 'yesterday' }],
])('%s is not an event', (_, value) => {
  expect(read(value)).toBeUndefined();
});
