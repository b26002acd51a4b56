import { DAY } from '../world/days.ts';
import type { Account } from '../world/state.ts';

/** The states an account can be put into. */
export type AccountState = 'ready' | 'more_needed' | 'in_review' | 'restricted' | 'rejected';

const documentBy = (deadlineUnix: number): Account['demands'] => [
  { field: 'individual.verification.document', deadlineUnix, problem: null },
];

/** What is true of an account in each state, at a moment. */
export const ACCOUNT_STATES: Readonly<Record<AccountState, (nowUnix: number) => Partial<Account>>> = {
  ready: (nowUnix) => ({ demands: [], underReview: false, rejection: null, submittedUnix: nowUnix }),
  more_needed: (nowUnix) => ({ demands: documentBy(nowUnix + 14 * DAY), underReview: false, rejection: null }),
  in_review: (nowUnix) => ({ demands: [], underReview: true, rejection: null, submittedUnix: nowUnix }),
  restricted: (nowUnix) => ({
    demands: documentBy(nowUnix - 1),
    underReview: false,
    rejection: null,
    submittedUnix: nowUnix,
  }),
  rejected: (nowUnix) => ({ demands: [], underReview: false, rejection: 'other', submittedUnix: nowUnix }),
};
