import { newId } from './ids.ts';
import type { Account, FinancialAccount, FinancialTransaction } from './state.ts';
import type { World } from './world.ts';

/** Opens a financial account. There is no API for it: a test or a developer does it. */
export function openFinancialAccount(world: World, id: string, nickname: string | null = null): FinancialAccount {
  const account = world.store.get('account', id);
  const opened: FinancialAccount = {
    id: newId(world, 'fa'),
    nickname,
    currency: account.defaultCurrency,
    routingNumber: '110000000',
    last4: String((account.financialAccounts?.length ?? 0) + 1001),
    transactions: [],
  };
  world.store.update('account', id, { financialAccounts: [...(account.financialAccounts ?? []), opened] });
  return opened;
}

/** Finds a financial account of an account. */
export function findFinancialAccount({ financialAccounts = [] }: Account, id: string): FinancialAccount | undefined {
  return financialAccounts.find((known) => known.id === id);
}

export type NewFinancialTransaction = Pick<FinancialTransaction, 'amount' | 'description' | 'status'>;

/** Lets something happen to the money of a financial account. It is apart from every balance and its ledger. */
export function addFinancialTransaction(
  world: World,
  id: string,
  financialAccount: string,
  wish: NewFinancialTransaction,
): void {
  const { financialAccounts = [] } = world.store.get('account', id);
  const added = { ...wish, id: newId(world, 'trxn'), createdUnix: world.clock.nowUnix() };
  world.store.update('account', id, {
    financialAccounts: financialAccounts.map((known) =>
      known.id === financialAccount ? { ...known, transactions: [added, ...known.transactions] } : known,
    ),
  });
}

/** Sums up what there is, what is coming and what is going, in minor units. */
export function sumsOf({ transactions }: FinancialAccount) {
  const sum = (counts: (one: FinancialTransaction) => boolean): number =>
    transactions.filter(counts).reduce((total, { amount }) => total + amount, 0);
  return {
    cash: sum(({ status }) => status === 'posted'),
    coming: sum(({ status, amount }) => status === 'open' && amount > 0),
    going: -sum(({ status, amount }) => status === 'open' && amount < 0),
  };
}
