import type { PayoutSchedule } from '../frame-data.ts';
import type { Asked } from './asked.ts';
import { badRequest } from './refusal.ts';

const intervals = ['daily', 'weekly', 'monthly', 'manual'] as const;
const workingDays = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']);

/** Reads the schedule that a seller chose. */
export function scheduleIn({ interval, weeklyDays, monthlyDays }: Asked['body']): PayoutSchedule {
  const chosen = intervals.find((known) => known === interval);
  if (chosen === undefined) throw badRequest('interval_missing');
  return {
    interval: chosen,
    weeklyDays: chosen === 'weekly' ? daysOf(weeklyDays, isWorkingDay) : [],
    monthlyDays: chosen === 'monthly' ? daysOf(monthlyDays, isDayOfMonth) : [],
  };
}

function daysOf<Day>(value: unknown, isDay: (day: unknown) => day is Day): readonly Day[] {
  const days: readonly unknown[] = Array.isArray(value) ? value : [];
  if (days.length === 0 || !days.every(isDay)) throw badRequest('day_missing');
  return days;
}

function isWorkingDay(day: unknown): day is string {
  return typeof day === 'string' && workingDays.has(day);
}

function isDayOfMonth(day: unknown): day is number {
  return Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 31;
}
