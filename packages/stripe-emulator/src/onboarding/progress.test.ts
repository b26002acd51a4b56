import { beforeEach, expect, it } from 'vitest';
import { TEST_ANSWERS } from '../control/test-answers.ts';
import { openTestWorld } from '../test/test-world.ts';
import { newAccount, readyAccount } from '../test/test-app.ts';
import { openRequirement } from '../world/connect-triggers.ts';
import { DOCUMENT } from '../world/demands.ts';
import type { Collection } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { EVERYTHING } from './collection.ts';
import { progressOf } from './progress.ts';

let world: World;
beforeEach(() => {
  world = openTestWorld();
});

const stepsWith = (restriction: Partial<Collection>): readonly string[] =>
  progressOf(world, newAccount(world), { ...EVERYTHING, ...restriction }).steps.map(({ slug }) => slug);

it('asks everything the first time, and ends with a summary', () => {
  expect(stepsWith({})).toEqual(['business-type', 'business', 'person', 'bank', 'review']);
});

it('leaves out what the platform asks for itself', () => {
  expect(stepsWith({ exclude: ['external_account', 'business_*', 'company.*'] })).toEqual(['person', 'review']);
});

it('asks for some things only, without a summary of everything', () => {
  expect(stepsWith({ only: ['individual.*'] })).toEqual(['person']);
  expect(stepsWith({ only: ['individual.*', 'tos_acceptance.*'] })).toEqual(['person', 'review']);
});

it('asks only the questions of a step that are wanted', () => {
  const account = newAccount(world);
  const [person] = progressOf(world, account, { ...EVERYTHING, only: ['individual.*_name'] }).steps;
  expect(person?.fields({}, 'US').map(({ name }) => name)).toEqual(['first_name', 'last_name']);
});

it('goes on with the first step that is not answered', () => {
  const { business_type = '' } = TEST_ANSWERS;
  expect(progressOf(world, newAccount(world, { answers: { business_type } })).open?.slug).toBe('business');
});

it('asks later only what Stripe waits for, as far as the platform wants it collected', () => {
  const field = 'individual.verification.document';
  const account = readyAccount(world, { demands: [{ field, deadlineUnix: 1, problem: null }] });
  expect(progressOf(world, account)).toMatchObject({ wanted: [field], askedAgain: true, open: { slug: 'document' } });
  const excluded = progressOf(world, account, { ...EVERYTHING, exclude: ['*.document'] });
  expect(excluded).toMatchObject({ wanted: [], askedAgain: false });
});

it('asks for a document the first time only where Stripe wants one', () => {
  const { id } = newAccount(world);
  const account = openRequirement(world, id, 'by_deadline');
  expect(progressOf(world, account).steps.map(({ slug }) => slug)).toContain('document');
  expect(stepsWith({})).not.toContain('document');
});

it.each([
  ['eventually', {}, false],
  ['eventually', { fields: 'eventually_due' }, true],
  ['eventually', { futureRequirements: 'include' }, false],
  ['future', { fields: 'eventually_due' }, false],
  ['future', { futureRequirements: 'include' }, true],
] as const)('asks for what Stripe wants %s, with %j: %j', (kind, wish, asked) => {
  const account = openRequirement(world, readyAccount(world).id, kind);
  const { askedAgain, wanted } = progressOf(world, account, { ...EVERYTHING, ...wish });
  expect([askedAgain, wanted]).toEqual([asked, asked ? [DOCUMENT] : []]);
});
