import type { PastSupportView } from '@sellerdesk/contract';

/** How a support view ended, as staff say it of one another. */
export const endedWords: Readonly<Record<NonNullable<PastSupportView['endedBy']>, string>> = {
  staff: 'stopped by who looked',
  seller: 'ended by the seller',
  admin: 'ended by a colleague',
  time: 'ran out',
  sign_out: 'ended with who looked being signed out',
  operator: 'ended by whoever runs the server',
  mode: 'ended because the account was no test account',
};
