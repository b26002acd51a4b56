import {
  addFinancialTransaction,
  type NewFinancialTransaction,
  openFinancialAccount,
} from '../../world/financial-accounts.ts';
import { issueCard, type NewIssuingCard } from '../../world/issuing-cards.ts';
import { integer, oneOf, required, text } from '../../wire/params.ts';
import { deed } from '../deed.ts';

const account = required(text());

/** What has no API: issued cards and financial accounts. */
export const issuingDeeds = {
  /** Issues a card to somebody of the account, and returns its id. */
  issueCard: deed(
    { account, cardholder: required(text()), type: oneOf('physical', 'virtual'), program: text() },
    ({ world }) =>
      (id: string, card: NewIssuingCard): string =>
        world.store.transaction(() => issueCard(world, id, card).id),
    (issue, { account: id, ...card }) => issue(id, card),
  ),
  /** Opens a financial account, and returns its id. */
  openFinancialAccount: deed(
    { account, nickname: text() },
    ({ world }) =>
      (id: string, nickname?: string): string =>
        world.store.transaction(() => openFinancialAccount(world, id, nickname).id),
    (open, { account: id, nickname }) => open(id, nickname),
  ),
  addFinancialTransaction: deed(
    {
      account,
      financial_account: required(text()),
      amount: required(integer()),
      description: required(text()),
      status: oneOf('open', 'posted', 'void'),
    },
    ({ world }) =>
      (id: string, financialAccount: string, transaction: NewFinancialTransaction): void => {
        world.store.transaction(() => {
          addFinancialTransaction(world, id, financialAccount, transaction);
        });
      },
    (add, { account: id, financial_account: to, status = 'posted', ...transaction }) => {
      add(id, to, { ...transaction, status });
    },
  ),
};
