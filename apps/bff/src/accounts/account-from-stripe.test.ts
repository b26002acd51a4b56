import { describe, expect, test } from 'vitest';
import { accountFromV1 } from './account-from-v1.ts';
import { accountFromV2 } from './account-from-v2.ts';
import { standingOfAccount } from './account-state.ts';
import { newDue, type Situation, situations, v1Account, v2Account } from './test/stripe-accounts.ts';

/** Each API in its own words for the same situations. */
const apis = {
  v1: (situation: Situation) => accountFromV1(v1Account(situation), 'test'),
  v2: (situation: Situation) => accountFromV2(v2Account(situation)),
} as const;

describe.each(['v1', 'v2'] as const)('an account of the %s API', (api) => {
  const facts = apis[api];
  const stateOf = (situation: Situation): string =>
    standingOfAccount(facts(situation), { dueWhenCreated: facts(situations.new).dueFields, detailsSubmitted: false })
      .state;

  test.each([
    ['new', 'not_started'],
    ['savedForLater', 'more_needed'],
    ['submitted', 'in_review'],
    ['ready', 'ready'],
    ['askedAgain', 'ready'],
    ['askedBeforeReady', 'more_needed'],
    ['pastDue', 'restricted'],
    ['paused', 'restricted'],
    ['rejected', 'rejected'],
  ] as const)('that is %s is %s', (name, state) => {
    expect(stateOf(situations[name])).toBe(state);
  });

  test('tells what is due, once for each thing and in words', () => {
    const labels = facts(situations.new).requirements.map(({ label }) => label);
    expect(labels).toEqual([
      'A bank account for your payouts',
      'Your agreement to Stripe’s terms',
      'Your date of birth',
      'Your name',
    ]);
  });

  test('says why what was sent was not accepted, and puts what is past due first', () => {
    const [first, ...rest] = facts(situations.pastDue).requirements;
    expect(first).toMatchObject({ label: 'Your identity document', pastDue: true, problem: 'It is out of focus.' });
    expect(rest.map(({ pastDue }) => pastDue)).toEqual([false]);
  });

  test('has its country, currency, deadline and Dashboard', () => {
    const { country, defaultCurrency, deadlineAt, dashboardType, mode } = facts(situations.askedAgain);
    expect({ country, defaultCurrency, dashboardType, mode }).toEqual({
      country: 'GB',
      defaultCurrency: 'gbp',
      dashboardType: 'full',
      mode: 'test',
    });
    expect(deadlineAt?.toISOString()).toBe('2026-12-24T00:00:00.000Z');
  });
});

test('both APIs say the same of every situation, but for the names of what is due', () => {
  const named = Object.entries(situations);
  const [v1, v2] = (['v1', 'v2'] as const).map((api) =>
    named.map(([name, situation]) => {
      const { dueFields, requirements, detailsSubmitted, ...rest } = apis[api](situation);
      const words = requirements.map(({ label, pastDue, problem }) => ({ label, pastDue, problem }));
      return { name, ...rest, words, isSubmitted: detailsSubmitted ?? false, count: dueFields.length };
    }),
  );
  expect(v2).toEqual(v1);
  expect(newDue.length).toBeGreaterThan(3);
});

test('where the API does not say it, what was handed in is seen by what is not asked any more', () => {
  const { pastDue, savedForLater } = situations;
  const past = { dueWhenCreated: apis.v2(situations.new).dueFields, detailsSubmitted: false };
  const unsaid = (situation: Situation) =>
    standingOfAccount({ ...apis.v2(situation), detailsSubmitted: undefined }, past);
  expect(unsaid(savedForLater)).toEqual({ state: 'more_needed', detailsSubmitted: false });
  expect(unsaid({ ...pastDue, due: pastDue.due.slice(1) })).toEqual({ state: 'restricted', detailsSubmitted: true });
});

test('an account made before Stripe knows what to ask has not been begun, and is not called handed in', () => {
  const undetermined = v2Account(situations.new);
  const { merchant } = undetermined.configuration ?? {};
  Object.assign(undetermined, { requirements: { entries: [] } });
  Object.assign(merchant?.capabilities?.card_payments ?? {}, { status_details: [{ code: 'determining_status' }] });
  const early = accountFromV2(undetermined);
  expect(early).toMatchObject({ dueFields: [], detailsSubmitted: undefined });
  const past = { dueWhenCreated: [], detailsSubmitted: false };
  expect(standingOfAccount(early, past)).toEqual({ state: 'not_started', detailsSubmitted: false });
  expect(standingOfAccount(apis.v2(situations.new), past)).toEqual({ state: 'not_started', detailsSubmitted: false });
  Object.assign(undetermined, { requirements: null });
  Object.assign(merchant?.capabilities?.card_payments ?? {}, { status_details: [] });
  expect(accountFromV2(undetermined).detailsSubmitted).toBeUndefined();
});

test('what was handed in once stays handed in, where the API does not say it', () => {
  const past = { dueWhenCreated: apis.v2(situations.new).dueFields, detailsSubmitted: true };
  const facts = { ...apis.v2(situations.savedForLater), detailsSubmitted: undefined };
  expect(standingOfAccount(facts, past).detailsSubmitted).toBe(true);
});
