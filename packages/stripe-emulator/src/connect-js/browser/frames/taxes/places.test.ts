import { expect, it } from 'vitest';
import { countryOptions, placeName } from './places.ts';

const known = ['CH', 'DE', 'US'];
const offered = (wanted: unknown, chosen = '') =>
  countryOptions(known, wanted, chosen, 'en').map(([country]) => country);

it('offers what the page wants of what there is, by name', () => {
  expect(offered(undefined)).toEqual(['DE', 'CH', 'US']);
  expect(offered(['us', 'DE', 'KP', 7])).toEqual(['DE', 'US']);
  expect(offered([])).toEqual([]);
});

it('keeps what was chosen before', () => {
  expect(offered(['DE'], 'US')).toEqual(['DE', 'US']);
});

it('names a state within its country', () => {
  expect(placeName('US', 'CA', 'en')).toBe('California, United States');
  expect(placeName('DE', null, 'en')).toBe('Germany');
});
