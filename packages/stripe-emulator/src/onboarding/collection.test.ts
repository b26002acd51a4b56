import { expect, it } from 'vitest';
import { collects, collectsField, EVERYTHING } from './collection.ts';

it.each([
  [{}, 'individual.first_name', true],
  [{ only: ['individual.first_name'] }, 'individual.first_name', true],
  [{ only: ['individual.first_name'] }, 'individual.last_name', false],
  [{ only: ['individual.*'] }, 'individual.address.line1', true],
  [{ only: ['representative.*'] }, 'individual.address.line1', true],
  [{ only: ['*.address.*'] }, 'individual.address.line1', true],
  [{ only: ['*.address.*'] }, 'individual.email', false],
  [{ only: ['individual'] }, 'individual.email', false],
  [{ only: ['individual?email', 'individual.(email)'] }, 'individual.email', false],
  [{ exclude: ['external_account'] }, 'external_account', false],
  [{ exclude: ['tos_acceptance.*'] }, 'tos_acceptance.date', false],
  [{ exclude: ['tos_acceptance.*'] }, 'external_account', true],
])('with %j, whether it asks for %s is %j', (restriction, requirement, asked) => {
  expect(collects({ ...EVERYTHING, ...restriction }, requirement)).toBe(asked);
});

it('asks a field as long as one of its requirements is wanted', () => {
  expect(collectsField({ ...EVERYTHING, exclude: ['individual.dob.day'] }, 'dob')).toBe(true);
  expect(collectsField({ ...EVERYTHING, exclude: ['individual.dob.*'] }, 'dob')).toBe(false);
  expect(collectsField({ ...EVERYTHING, only: ['external_account'] }, 'routing_number')).toBe(true);
});
