import type { PastSupportView } from '@sellerdesk/contract';

/** How somebody's look at the seller's pages ended, as the seller reads it. */
export const endedWords: Readonly<Record<NonNullable<PastSupportView['endedBy']>, string>> = {
  staff: 'They stopped',
  seller: 'You ended it',
  admin: 'A colleague of theirs ended it',
  time: 'It ran out',
  sign_out: 'They were signed out',
  operator: 'Support was switched off for everybody',
  mode: 'It was ended because your account is not a test account',
};
