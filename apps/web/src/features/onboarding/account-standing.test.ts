import type { Account, AccountState } from '@sellerdesk/contract';
import { expect, test } from 'vitest';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { type AccountStanding, standingOfAccount } from './account-standing.ts';
import { unfinishedAccount } from './test/accounts.ts';

const { platform } = readySeller;
const standing = (account: Account | null): AccountStanding => standingOfAccount({ account, platform });
const inState = (state: AccountState, changes: Partial<Account> = {}): AccountStanding =>
  standing({ ...readyAccount, state, ...changes });

test('without an account the seller has not started', () => {
  expect(standing(null)).toEqual(inState('not_started'));
  expect(standing(null).nextStep).toBe('set-up');
});

test('a seller who saved for later is told how much is left, in words', () => {
  expect(standing(unfinishedAccount).body).toBe('Stripe still needs two things before you can take payments.');
  const [first] = unfinishedAccount.requirements;
  expect(standing({ ...unfinishedAccount, requirements: first ? [first] : [] }).body).toContain('one thing before');
});

test('a seller who already takes payments is not told that they cannot', () => {
  expect(standing({ ...unfinishedAccount, chargesEnabled: true }).body).toContain('to keep your payments');
});

test('a review asks nothing of the seller', () => {
  expect(inState('in_review').body).toContain('There is nothing for you to do');
  expect(inState('in_review').nextStep).toBe('go-home');
});

test.each([
  [false, false, 'Payments and payouts are paused'],
  [false, true, 'Payments are paused'],
  [true, false, 'Payouts are paused'],
  [true, true, 'Your account is limited'],
])('a restriction names what stopped (charges %s, payouts %s)', (chargesEnabled, payoutsEnabled, title) => {
  expect(inState('restricted', { chargesEnabled, payoutsEnabled }).title).toBe(title);
});

test("a restriction the seller can lift leads to Stripe's form, any other to their Stripe Dashboard", () => {
  const { requirements } = unfinishedAccount;
  const dashboard: Account['dashboard'] = { type: 'full' };
  expect(inState('restricted', { requirements, dashboard }).nextStep).toBe('continue');
  expect(inState('restricted', { dashboard }).nextStep).toBe('open-stripe');
});

test('a closed account leads to whoever can say why', () => {
  expect(inState('rejected').nextStep).toBe('contact-stripe');
});
