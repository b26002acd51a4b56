import type { Account, BankAccount } from './state.ts';

type Banks = Pick<Account, 'bankAccounts' | 'defaultBanks'>;

/** Finds the bank account that payouts in a currency go to unless they are told otherwise; the first one is it by itself. */
export function defaultBankOf({ bankAccounts, defaultBanks = {} }: Banks, currency: string): BankAccount | undefined {
  const ofCurrency = bankAccounts.filter((bank) => bank.currency === currency);
  return ofCurrency.find(({ id }) => id === defaultBanks[currency]) ?? ofCurrency[0];
}

export function isDefaultBank(account: Banks, { id, currency }: BankAccount): boolean {
  return defaultBankOf(account, currency)?.id === id;
}

/** Lists the bank accounts that payouts go to by themselves and that have sent one back. */
export function returnedBanks(account: Banks): readonly BankAccount[] {
  return account.bankAccounts.filter((bank) => bank.status === 'errored' && isDefaultBank(account, bank));
}
