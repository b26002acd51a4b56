import { expect, test } from 'vitest';
import { countryOptions, likelyCountry, stripeCountries } from './countries.ts';

test('every country is named in words and none is listed twice', () => {
  const options = countryOptions('en');
  expect(options.filter(({ code, name }) => name === code)).toEqual([]);
  expect(new Set(stripeCountries).size).toBe(options.length);
});

test('countries are ordered as the reader spells them', () => {
  const germanFirst = countryOptions('de').slice(0, 3);
  expect(germanFirst.map(({ name }) => name)).toEqual(['Australien', 'Belgien', 'Brasilien']);
});

test("the browser's language suggests a country only where Stripe has accounts", () => {
  expect(likelyCountry(['fr-FR', 'en-GB'])).toBe('FR');
  expect(likelyCountry(['en', 'is-IS', 'en-GB'])).toBe('GB');
  expect(likelyCountry(['eo'])).toBeUndefined();
});
