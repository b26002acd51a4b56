/** Seconds of a day; days begin at midnight UTC. */
export const DAY = 86_400;

/** The names that Stripe's schedules use, by the number of the weekday. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Returns when the day of a moment began. */
export function dayOf(unix: number): number {
  return unix - (unix % DAY);
}

/** Returns the beginning of the day that is so many business days later; weekends do not count, holidays do. */
export function addBusinessDays(unix: number, days: number): number {
  let day = dayOf(unix);
  for (let left = days; left > 0;) {
    day += DAY;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** Says whether banks work on the day of a moment. */
export function isBusinessDay(unix: number): boolean {
  return !['saturday', 'sunday'].includes(weekdayOf(unix));
}

/** Returns the name of a moment's weekday. */
export function weekdayOf(unix: number): string {
  return WEEKDAYS[new Date(unix * 1000).getUTCDay()] ?? '';
}
