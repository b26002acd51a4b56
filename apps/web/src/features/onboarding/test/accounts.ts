import type { Account } from '@sellerdesk/contract';
import { readyAccount } from '../../../lib/test/seller.ts';

/** An account whose seller saved the form for later, with two things to do. */
export const unfinishedAccount: Account = {
  ...readyAccount,
  state: 'more_needed',
  chargesEnabled: false,
  payoutsEnabled: false,
  detailsSubmitted: false,
  requirements: [
    { field: 'external_account', label: 'A bank account for your payouts', pastDue: false },
    {
      field: 'individual.verification.document',
      label: 'A photo of your identity document',
      pastDue: true,
      problem: 'The photo was too blurred to read.',
    },
  ],
  deadlineAt: '2026-12-03T12:00:00.000Z',
};
