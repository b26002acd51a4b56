import type { PayoutSchedule } from '../../../frame-data.ts';

/** Says when money goes to the bank. */
export function scheduleSentence({ interval, weeklyDays, monthlyDays }: PayoutSchedule): string {
  if (interval === 'manual') return 'You send money to your bank yourself.';
  if (interval === 'daily') return 'Money goes to your bank every working day.';
  if (interval === 'weekly') return `Money goes to your bank every ${inWords(weeklyDays.map(capital)) || 'week'}.`;
  return `Money goes to your bank on the ${inWords(monthlyDays.map(ordinal)) || '1st'} of each month.`;
}

/** Writes a day of the month: 1st, 2nd, 3rd, 4th, 11th. */
export function ordinal(day: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' };
  return `${day}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)]}`;
}

function inWords(items: readonly string[]): string {
  return new Intl.ListFormat('en').format(items);
}

/** Writes a word with a capital: days of the week are lower case on the wire. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
