import { sumsOf } from '../../world/financial-accounts.ts';
import type { Account, FinancialAccount, IssuingCard } from '../../world/state.ts';
import type { FinancialAccountSummary, IssuedCard, IssuedCards } from '../frame-data.ts';

/** Tells the cards of an account, of one program where that is asked for, and what may be done with them. */
export function issuedCards(
  { issuingCards = [] }: Account,
  program: string | null,
  rights: Pick<IssuedCards, 'mayLimit' | 'mayManage'>,
): IssuedCards {
  const shown = issuingCards.filter((card) => program === null || card.program === program);
  return { cards: shown.map(cardOf), ...rights };
}

/** Its number stays here: only an ephemeral key shows it. */
function cardOf({ number, cvc: _cvc, program: _program, ...card }: IssuingCard): IssuedCard {
  return { ...card, last4: number.slice(-4) };
}

/** Tells what a financial account has. */
export function financialAccountSummary(account: FinancialAccount): FinancialAccountSummary {
  const { id, nickname, currency, routingNumber, last4 } = account;
  return { id, nickname, currency, routingNumber, last4, ...sumsOf(account) };
}
