import type { Charge, createCharge, RequestOf } from '@sellerdesk/contract';
import { type Currency, isCurrency, minorToJson, moneyFromJson, type Money, parseAmount } from '@sellerdesk/money';
import { isEmailAddress } from '../../lib/email-address.ts';
import { amountText } from './amount-typing.ts';
import { wordsOfAmountProblem } from './amount-problem.ts';

/** A charge as far as the seller has typed it. */
export interface ChargeDraft {
  readonly amount: string;
  readonly currency: Currency;
  readonly description: string;
  readonly customerEmail: string;
}

/** What is sent: a charge's details without the key that names this filling of the form. */
export type ChargeDetails = Omit<RequestOf<typeof createCharge>['body'], 'idempotencyKey'>;

/** What is wrong, by the field it stands in. */
export type DraftProblems = Partial<Record<keyof ChargeDraft, string>>;

/** The contract's limit. */
export const DESCRIPTION_MAX_LENGTH = 250;

export function emptyDraft(currency: Currency): ChargeDraft {
  return { amount: '', currency, description: '', customerEmail: '' };
}

/** Returns the money a draft speaks of, or nothing while its amount cannot be charged. */
export function moneyOfDraft({ amount, currency }: ChargeDraft): Money | undefined {
  const parsed = parseAmount(amount, currency);
  return 'money' in parsed ? parsed.money : undefined;
}

/** Says what must be mended before a draft can be sent; an empty answer means nothing. */
export function problemsOfDraft(draft: ChargeDraft, locale?: string): DraftProblems {
  const parsed = parseAmount(draft.amount, draft.currency);
  const email = draft.customerEmail.trim();
  return {
    ...('problem' in parsed && { amount: wordsOfAmountProblem(parsed.problem, draft.currency, locale) }),
    ...(draft.description.trim() === '' && { description: 'Say what the charge is for: your customer sees it.' }),
    ...(email !== '' &&
      !isEmailAddress(email) && {
        customerEmail: 'Write the whole address, like name@example.com, or leave it empty.',
      }),
  };
}

/** Returns what to send for a draft, or nothing while it has problems. */
export function detailsOfDraft(draft: ChargeDraft): ChargeDetails | undefined {
  const amount = moneyOfDraft(draft);
  if (amount === undefined || Object.keys(problemsOfDraft(draft)).length > 0) return undefined;
  const email = draft.customerEmail.trim();
  const details = { amountMinor: minorToJson(amount), currency: draft.currency, description: draft.description.trim() };
  return email === '' ? details : { ...details, customerEmail: email };
}

/** Returns the draft that would make a charge like this one, to change it and try again. */
export function draftFromCharge(charge: Charge, locale?: string): ChargeDraft | undefined {
  if (!isCurrency(charge.currency)) return undefined;
  const { currency, description, customerEmail } = charge;
  const amount = amountText(moneyFromJson(charge.amountMinor, currency), locale);
  return { amount, currency, description, customerEmail: customerEmail ?? '' };
}
