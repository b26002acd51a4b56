import { currency } from '@sellerdesk/money';
import { beforeEach, expect, test } from 'vitest';
import { emptyDraft } from './charge-draft.ts';
import { createFillingStore, newFilling } from './charge-filling.ts';

const draft = { ...emptyDraft(currency('gbp')), amount: '40', description: 'Haircut' };

beforeEach(() => sessionStorage.clear());

test('a filling outlives a reload with its key and what was typed', () => {
  const filling = { ...newFilling(draft), sent: draft };
  createFillingStore(sessionStorage, 'seller-a').keep(filling);
  expect(createFillingStore(sessionStorage, 'seller-a').find()).toEqual(filling);
});

test('two fillings never share a key', () => {
  expect(newFilling(draft).idempotencyKey).not.toBe(newFilling(draft).idempotencyKey);
});

test("another seller in the same tab finds nothing of the first one's", () => {
  createFillingStore(sessionStorage, 'seller-a').keep(newFilling(draft));
  expect(createFillingStore(sessionStorage, 'seller-b').find()).toBeUndefined();
});

test('a forgotten filling is gone', () => {
  const store = createFillingStore(sessionStorage, 'seller-a');
  store.keep(newFilling(draft));
  store.forget();
  expect(store.find()).toBeUndefined();
});

test.each([
  {},
  { idempotencyKey: 'k' },
  { idempotencyKey: 'k', draft: { amount: '1' }, sent: null },
  { idempotencyKey: 'k', draft: { ...draft, currency: 'xyz' }, sent: null },
])('what another version stored is not taken for a filling (%j)', (stored) => {
  sessionStorage.setItem('sellerdesk.new-charge.seller-a', JSON.stringify(stored));
  expect(createFillingStore(sessionStorage, 'seller-a').find()).toBeUndefined();
});
