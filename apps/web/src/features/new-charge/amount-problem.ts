import { type AmountProblem, type Currency, formatMoney } from '@sellerdesk/money';
import { currencyName } from './currency-options.ts';

/** Says in a seller's words why a typed amount cannot be charged, and what would be right. */
export function wordsOfAmountProblem(problem: AmountProblem, currency: Currency, locale?: string): string {
  const name = currencyName(currency, locale);
  switch (problem.reason) {
    case 'empty':
      return 'Enter the amount your customer pays.';
    case 'not_a_number':
      return 'Write the amount in digits, for example 1250 or 12.50.';
    case 'ambiguous':
      return 'This can be read two ways. Leave out the separator for thousands (1250), or write fewer decimals (1.25).';
    case 'too_many_decimals':
      return problem.decimals === 0
        ? `${name} has no decimals. Write a whole amount.`
        : `${name} has ${problem.decimals} decimals at most.`;
    case 'not_a_step':
      return `Write a multiple of ${formatMoney(problem.limit, locale)}: ${name} is charged in those steps.`;
    case 'too_small':
      return `The smallest charge is ${formatMoney(problem.limit, locale)}.`;
    case 'too_large':
      return `The largest charge is ${formatMoney(problem.limit, locale)}.`;
  }
}
