import { type AmountProblem, type Currency, formatMoney } from '@sellerdesk/money';
import { currencyName } from './currency-options.ts';

const plain = {
  empty: 'Enter the amount your customer pays.',
  not_a_number: 'Write the amount in digits, for example 1250 or 12.50.',
  ambiguous: 'This can be read two ways. Leave out the separator for thousands (1250), or write fewer decimals (1.25).',
};

const limits = {
  not_a_step: (limit: string, name: string): string =>
    `Write a multiple of ${limit}: ${name} is charged in those steps.`,
  too_small: (limit: string): string => `The smallest charge is ${limit}.`,
  too_large: (limit: string): string => `The largest charge is ${limit}.`,
};

/** Says in a seller's words why a typed amount cannot be charged, and what would be right. */
export function wordsOfAmountProblem(problem: AmountProblem, currency: Currency, locale?: string): string {
  const name = currencyName(currency, locale);
  if ('limit' in problem) return limits[problem.reason](formatMoney(problem.limit, locale), name);
  if (!('decimals' in problem)) return plain[problem.reason];
  return problem.decimals === 0
    ? `${name} has no decimals. Write a whole amount.`
    : `${name} has ${problem.decimals} decimals at most.`;
}
