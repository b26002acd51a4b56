import type { Words } from '../../../../words/english.ts';
import type { PayoutSchedule } from '../../../frame-data.ts';

/** Says when money goes to the bank. */
export function scheduleSentence({ interval, weeklyDays, monthlyDays }: PayoutSchedule, words: Words): string {
  const { goes, scheduleForm } = words.payouts;
  const listed = (days: readonly string[]): string => new Intl.ListFormat(words.language).format(days);
  if (interval === 'weekly') return goes.weekly(listed(weeklyDays.map((day) => weekdayName(day, words))));
  return interval === 'monthly' ? goes.monthly(listed(monthlyDays.map(scheduleForm.dayOfMonth))) : goes[interval];
}

/** The days on which money goes to a bank, as Stripe writes them. */
export const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** The first of January 2024 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Names a day of the week. */
export function weekdayName(day: string, { language }: Words): string {
  const date = new Date(A_MONDAY + workingDays.indexOf(day) * DAY_MS);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}
