import type Stripe from 'stripe';
import { changeAccount } from './accounts.ts';
import { emitObject } from './events.ts';
import type { World } from './world.ts';

/** A bank sent a payout back: nothing more is sent to that bank account or card. */
export function failBankAccount(world: World, account: string, id: string): void {
  const { bankAccounts, debitCards = [] } = world.store.get('account', account);
  changeAccount(world, account, {
    bankAccounts: bankAccounts.map((bank) => (bank.id === id ? { ...bank, status: 'errored' } : bank)),
    debitCards: debitCards.map((card) => (card.id === id ? { ...card, status: 'errored' } : card)),
  });
  // Accounts are rendered in this shape, with their bank accounts inside.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const shown = world.render(world, 'account', account) as Stripe.Account;
  const bank = shown.external_accounts?.data.find((external) => external.id === id);
  if (bank !== undefined) emitObject(world, 'account.external_account.updated', account, bank, { status: 'new' });
}
