import { account } from './en/account.ts';
import { cards } from './en/cards.ts';
import { common } from './en/common.ts';
import { disputes } from './en/disputes.ts';
import { fields } from './en/fields.ts';
import { payments } from './en/payments.ts';
import { payouts } from './en/payouts.ts';
import { refusals } from './en/refusals.ts';
import { reports } from './en/reports.ts';
import { taxes } from './en/taxes.ts';
import { titles } from './en/titles.ts';
import type { Language } from './language.ts';

const words = {
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

export type Words = typeof words & { readonly language: Language };

/** Everything that components and onboarding say, in English: the source of every other language. */
export const english: Words = { language: 'en', ...words };
