import type { Words } from '../words/english.ts';
import { said } from '../words/said.ts';
import type { BankSummary, Notice, PayoutContent, TimelineEntry } from './frame-data.ts';

/** Names a bank account or a debit card. */
export function bankInWords({ bankName, isDebitCard = false }: BankSummary, { common }: Words): string {
  return isDebitCard ? common.debitCard(bankName) : bankName;
}

/** Says what happened to a payment. */
export function eventInWords({ event, failure }: TimelineEntry, words: Words): string {
  const { payments } = words;
  const what = payments.events[event];
  return failure === undefined ? what : payments.because(what, paymentFailureInWords(failure, words));
}

/** Says why a payment failed. */
export function paymentFailureInWords(code: string, { payments: { failures } }: Words): string {
  return said(failures, code, failures.card_declined);
}

/** Says why a payout failed. */
export function payoutFailureInWords(code: string, { payouts: { failures } }: Words): string {
  return said(failures, code, failures.could_not_process);
}

/** Says what a line of the ledger is: of a payment what it was for. */
export function bookingInWords(
  { type, description }: Pick<PayoutContent, 'description' | 'type'>,
  words: Words,
): string {
  const what = words.payouts.bookings[type];
  if (description === null) return what;
  return type === 'charge' ? description : `${what} · ${description}`;
}

/** Says what Stripe wants, or has done. */
export function noticeInWords({ kind, reasons, bank }: Notice, words: Words): string {
  const { account } = words;
  return [
    ...reasons.map((reason) => said(account.reasons, reason)),
    ...(bank === null ? [] : [account.notices.notSentTo(`${bankInWords(bank, words)} •••• ${bank.last4}`)]),
    account.notices.kinds[kind].text,
  ].join(' ');
}
