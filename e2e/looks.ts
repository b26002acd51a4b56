/** The two looks in which each page of staff is gone through: the wide one they have at work, and what differs most from it. */
export const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;
