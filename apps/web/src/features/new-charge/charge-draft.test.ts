import { currency } from '@sellerdesk/money';
import { expect, test } from 'vitest';
import { detailsOfDraft, type ChargeDraft, draftFromCharge, emptyDraft, problemsOfDraft } from './charge-draft.ts';
import { waitingCharge } from './test/charges.ts';

const gbp = currency('gbp');
const complete: ChargeDraft = { amount: '1 234.50', currency: gbp, description: ' Wedding cake ', customerEmail: '' };

test('a complete draft becomes whole minor units, trimmed, without an empty e-mail', () => {
  expect(detailsOfDraft(complete)).toEqual({ amountMinor: 123_450, currency: 'gbp', description: 'Wedding cake' });
  expect(detailsOfDraft({ ...complete, customerEmail: ' ada@example.com ' })).toMatchObject({
    customerEmail: 'ada@example.com',
  });
});

test('an empty form names every field that must be filled, and the e-mail is not one of them', () => {
  expect(Object.keys(problemsOfDraft(emptyDraft(gbp)))).toEqual(['amount', 'description']);
  expect(detailsOfDraft(emptyDraft(gbp))).toBeUndefined();
});

test.each([
  ['0.10', 'The smallest charge is £0.30.'],
  ['9999999', 'The largest charge is £999,999.99.'],
  ['1.234', 'This can be read two ways.'],
  ['12.3456', 'British Pound has 2 decimals at most.'],
  ['forty', 'Write the amount in digits'],
])('"%s" is answered with what would be right', (amount, words) => {
  expect(problemsOfDraft({ ...complete, amount }, 'en-GB').amount).toContain(words);
});

test('yen have no decimals and krónur go in whole steps', () => {
  const yen = problemsOfDraft({ ...complete, currency: currency('jpy'), amount: '500.50' }, 'en');
  expect(yen.amount).toBe('Japanese Yen has no decimals. Write a whole amount.');
  const isk = problemsOfDraft({ ...complete, currency: currency('isk'), amount: '500.50' }, 'en');
  expect(isk.amount).toContain('Write a multiple of');
});

test('half an e-mail address is refused', () => {
  expect(problemsOfDraft({ ...complete, customerEmail: 'ada@' }).customerEmail).toContain('name@example.com');
});

test('a refused charge becomes a draft that says the same', () => {
  const draft = draftFromCharge(waitingCharge, 'en');
  expect(draft && detailsOfDraft(draft)).toEqual({
    amountMinor: waitingCharge.amountMinor,
    currency: waitingCharge.currency,
    description: waitingCharge.description,
    customerEmail: waitingCharge.customerEmail,
  });
});
