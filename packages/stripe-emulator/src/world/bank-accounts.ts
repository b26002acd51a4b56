import { changeAccount } from './accounts.ts';
import type { World } from './world.ts';

/** A bank sent a payout back: nothing more is sent to that bank account. */
export function failBankAccount(world: World, account: string, id: string): void {
  const { bankAccounts } = world.store.get('account', account);
  changeAccount(world, account, {
    bankAccounts: bankAccounts.map((bank) => (bank.id === id ? { ...bank, status: 'errored' } : bank)),
  });
}
