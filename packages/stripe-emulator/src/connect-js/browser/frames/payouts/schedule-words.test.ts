import { expect, it } from 'vitest';
import { english } from '../../../../words/english.ts';
import { german } from '../../../../words/german.ts';
import { scheduleSentence } from './schedule-words.ts';

it.each([
  [{ interval: 'manual' }, 'You send money to your bank yourself.'],
  [{ interval: 'daily' }, 'Money goes to your bank every working day.'],
  [{ interval: 'weekly', weeklyDays: ['monday', 'friday'] }, 'Money goes to your bank every Monday and Friday.'],
  [
    { interval: 'monthly', monthlyDays: [1, 12, 23] },
    'Money goes to your bank on the 1st, 12th, and 23rd of each month.',
  ],
] as const)('says of %j: %s', (schedule, sentence) => {
  expect(scheduleSentence({ weeklyDays: [], monthlyDays: [], ...schedule }, english)).toBe(sentence);
});

it.each([
  [{ interval: 'weekly', weeklyDays: ['monday', 'friday'] }, 'Geld geht jeden Montag und Freitag an Ihre Bank.'],
  [{ interval: 'monthly', monthlyDays: [1, 12] }, 'Geld geht am 1. und 12. jedes Monats an Ihre Bank.'],
] as const)('says of %j in German: %s', (schedule, sentence) => {
  expect(scheduleSentence({ weeklyDays: [], monthlyDays: [], ...schedule }, german)).toBe(sentence);
});
