import type { Words } from './english.ts';
import { account } from './de/account.ts';
import { cards } from './de/cards.ts';
import { common } from './de/common.ts';
import { disputes } from './de/disputes.ts';
import { fields } from './de/fields.ts';
import { payments } from './de/payments.ts';
import { payouts } from './de/payouts.ts';
import { refusals } from './de/refusals.ts';
import { reports } from './de/reports.ts';
import { taxes } from './de/taxes.ts';
import { titles } from './de/titles.ts';

/** The same in German; what is missing does not compile. */
export const german: Words = {
  language: 'de',
  account,
  cards,
  common,
  disputes,
  fields,
  payments,
  payouts,
  refusals,
  reports,
  taxes,
  titles,
};
