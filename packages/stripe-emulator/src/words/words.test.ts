import { describe, expect, it } from 'vitest';
import { bankFields } from '../onboarding/bank-fields.ts';
import { sections } from '../onboarding/sections.ts';
import { stepsFor } from '../onboarding/steps.ts';
import type { FieldWords } from '../forms/fields.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { languageFor, languageTag } from './language.ts';
import { phrase } from './phrase.ts';
import { said } from './said.ts';
import { wordsIn } from './words-in.ts';

/** The same in both languages: names, and words that German has taken over. */
const SAME = new Set([
  'common.heads.id',
  'common.heads.status',
  'cards.heads.limit',
  'fields.iban.label',
  'fields.industry.options.5734',
  'fields.url.label',
  'payments.because',
  'payments.details',
  'payments.methods.klarna',
  'payments.methods.link',
  'payments.methods.paypal',
  'account.steps.bank.short',
  'refusals.other',
]);

/** What everything says, by its path; a sentence with a part in it says it of a number. */
function sentencesOf(words: object, path = ''): readonly (readonly [path: string, sentence: string])[] {
  return Object.entries(words).flatMap(([name, value]: readonly [string, unknown]) => {
    const inside = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return sentencesOf(value, inside);
    return [[inside, sentenceOf(value)] as const];
  });
}

function sentenceOf(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const parts = Array.from({ length: value.length }, (_, index) => index + 2);
  const sentence: unknown = Reflect.apply(value, undefined, parts);
  return Array.isArray(sentence) ? sentence.join('') : String(sentence);
}

describe('German', () => {
  const inGerman = new Map(sentencesOf(german));
  const inEnglish = sentencesOf(english);

  it('says everything in words of its own', () => {
    const same = inEnglish.filter(([path, sentence]) => inGerman.get(path) === sentence).map(([path]) => path);
    expect(same.filter((path) => !SAME.has(path))).toEqual([]);
  });

  it('says nothing where English says nothing', () => {
    expect([...inGerman.keys()].toSorted()).toEqual(inEnglish.map(([path]) => path).toSorted());
    expect([...inGerman].filter(([, sentence]) => sentence === '')).toEqual([]);
  });

  it('speaks to sellers politely', () => {
    expect([...inGerman].filter(([, sentence]) => /\b(?:du|dir|dich|dein\w*)\b/iu.test(sentence))).toEqual([]);
  });
});

it.each([english, german])('every field has words for whatever its check may say ($language)', ({ fields }) => {
  const answers = { business_type: 'company', further_owners: '3' };
  const all = ['US', 'GB', 'DE'].flatMap((country) => [
    ...stepsFor(['individual.verification.document'], false).flatMap((step) => step.fields(answers, country)),
    ...sections.flatMap((section) => section.fields(answers, country)),
    ...bankFields(country),
  ]);
  const unsaid = all.flatMap(({ word, options = [], check }) => {
    const words: FieldWords = fields[word];
    const problems = ['', '-', '2025-01-01'].flatMap((typed) => check(typed) ?? []);
    return [
      ...problems.filter((problem) => words[problem] === undefined),
      ...options.filter((option) => words.options?.[option] === undefined),
    ].map((code) => `${word}: ${code}`);
  });
  expect(unsaid).toEqual([]);
});

it.each([
  ['de', 'de', 'de'],
  ['de-DE', 'de', 'de-DE'],
  ['DE-at', 'de', 'DE-at'],
  ['den', 'en', 'en'],
  ['fr-FR', 'en', 'en'],
  ['en-GB', 'en', 'en-GB'],
])('for %s the words are in %s, and a page says %s', (locale, language, tag) => {
  expect(languageFor(locale)).toBe(language);
  expect(wordsIn(locale).language).toBe(language);
  expect(languageTag(locale)).toBe(tag);
});

it('counts as each language does', () => {
  expect([1, 2].map(english.common.wrongFields)).toEqual([
    'One field needs another look.',
    '2 fields need another look.',
  ]);
  expect([1, 2].map(german.common.wrongFields)).toEqual(['Bitte prüfen Sie ein Feld.', 'Bitte prüfen Sie 2 Felder.']);
});

it('puts parts where a language has them', () => {
  expect(phrase`by ${1} at ${2}`).toEqual(['by ', 1, ' at ', 2]);
  expect(german.payouts.payOutForm.toBank('Bank').join('')).toBe('An Bank, meist innerhalb von zwei Werktagen.');
});

it('shows a code that it does not know', () => {
  expect(said(german.disputes.reasons, 'duplicate')).toBe('Doppelte Zahlung');
  expect(said(german.disputes.reasons, 'new_reason')).toBe('new reason');
  expect(said(german.disputes.reasons, 'constructor')).toBe('constructor');
});
