import { changeAccount } from './accounts.ts';
import type { BankAccount } from './state.ts';
import type { World } from './world.ts';

/** Where the platform's own payouts go: it has a bank account in every currency, and nothing ever fails there by itself. */
export function bankOfPlatform({ platform }: World, currency: string): BankAccount {
  return {
    id: `ba_${platform.slice('acct_'.length)}${currency}`,
    bankName: 'STRIPE TEST BANK',
    last4: '6789',
    routingNumber: '110000000',
    country: 'US',
    currency,
    status: 'new',
    holder: null,
    failsWith: null,
  };
}

/** A bank sent a payout back: nothing more is sent to that bank account. */
export function failBankAccount(world: World, account: string, id: string): void {
  if (account === world.platform) return;
  const { bankAccounts } = world.store.get('account', account);
  changeAccount(world, account, {
    bankAccounts: bankAccounts.map((bank) => (bank.id === id ? { ...bank, status: 'errored' } : bank)),
  });
}
