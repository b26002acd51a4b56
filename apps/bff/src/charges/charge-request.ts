import { createHash } from 'node:crypto';
import type { createCharge, RequestOf } from '@sellerdesk/contract';
import {
  type AmountProblem,
  type FeePolicy,
  formatMoney,
  isCurrency,
  type Money,
  moneyFromJson,
  platformFee,
  problemOfCharge,
} from '@sellerdesk/money';
import { isText, type Problem, problem } from '../http/index.ts';
import type { ChargeRequest } from './stored-charge.ts';

type Body = RequestOf<typeof createCharge>['body'];

/**
 * Returns what is to be charged, with the platform's fee.
 *
 * @throws {Problem} `amount_refused` when the currency or the amount cannot be charged, `validation_failed` when the
 *   description says nothing.
 */
export function chargeRequestFrom(body: Body, fee: FeePolicy): ChargeRequest {
  const amount = chargeableAmount(body);
  const description = body.description.trim();
  if (description === '') throw refusedField('description', 'must say something');
  for (const [field, text] of Object.entries({ description, customerEmail: body.customerEmail ?? '' }))
    if (!isText(text)) throw refusedField(field, 'has a character that cannot be written');
  return { amount, platformFee: platformFee(amount, fee), description, customerEmail: body.customerEmail ?? null };
}

/** Returns a hash of what a seller asked for: a key that is used again must come with the same. */
export function fingerprintOf({ amount, description, customerEmail }: ChargeRequest): Buffer {
  const parts = [amount.minor.toString(), amount.currency, description, customerEmail];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

function chargeableAmount({ amountMinor, currency }: Body): Money {
  if (!isCurrency(currency)) throw refusedAmount('currency', `Stripe does not charge in ${currency.toUpperCase()}.`);
  if (!Number.isSafeInteger(amountMinor))
    throw refusedAmount('amountMinor', 'That is more than Stripe charges at once.');
  const amount = moneyFromJson(amountMinor, currency);
  const refusal = problemOfCharge(amount);
  if (refusal !== undefined) throw refusedAmount('amountMinor', sentenceFor(refusal));
  return amount;
}

const limits = {
  too_small: 'The smallest amount Stripe charges is',
  too_large: 'The largest amount Stripe charges at once is',
  not_a_step: 'In this currency the amount must be a multiple of',
} as const;

function sentenceFor(refusal: AmountProblem): string {
  return 'limit' in refusal
    ? `${limits[refusal.reason]} ${formatMoney(refusal.limit, 'en')}.`
    : 'That is not an amount.';
}

function refusedAmount(field: string, message: string): Problem {
  return problem('amount_refused', { detail: message, fields: [{ field, message }] });
}

function refusedField(field: string, message: string): Problem {
  return problem('validation_failed', { fields: [{ field, message }] });
}
