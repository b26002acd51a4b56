import type Stripe from 'stripe';
import { changeAccount } from './accounts.ts';
import { emitObject } from './events.ts';
import { newId } from './ids.ts';
import type { Account, BankAccount, Metadata } from './state.ts';
import type { World } from './world.ts';

export interface NewBankAccount {
  readonly accountNumber: string;
  readonly routingNumber: string;
  readonly country: string;
  readonly currency: string;
  readonly holder: string | null;
  readonly metadata?: Metadata;
}

/** Test account numbers whose payouts fail, and how. */
const FAILING_NUMBERS: Readonly<Record<string, string>> = {
  '000111111116': 'no_account',
  '000111111113': 'account_closed',
  '000222222227': 'insufficient_funds',
  '000333333335': 'debit_not_authorized',
  '000444444440': 'invalid_currency',
  DE62370400440532013001: 'no_account',
};

/** Adds the bank account that payouts in its currency go to from now on; the one they went to is gone. */
export function addBankAccount(world: World, id: string, bank: NewBankAccount): Account {
  const { bankAccounts, demands } = world.store.get('account', id);
  const replaced = bankAccounts.filter(({ currency }) => currency === bank.currency);
  const gone = replaced.map((known) => shownBankAccount(world, id, known.id));
  const added = bankAccountFrom(bank);
  const account = changeAccount(world, id, {
    bankAccounts: [...bankAccounts.filter((known) => !replaced.includes(known)), added],
    demands: demands.filter(({ field }) => field !== 'external_account'),
  });
  emitObject(world, 'account.external_account.created', id, shownBankAccount(world, id, added.id));
  for (const bankAccount of gone) emitObject(world, 'account.external_account.deleted', id, bankAccount);
  return account;
}

function bankAccountFrom(bank: NewBankAccount): BankAccount {
  const number = numberOf(bank);
  return {
    id: newId('ba'),
    bankName: bank.country === 'US' ? 'STRIPE TEST BANK' : 'TEST BANK',
    last4: number.slice(-4),
    routingNumber: bank.routingNumber,
    country: bank.country,
    currency: bank.currency,
    status: 'new',
    holder: bank.holder,
    ...(bank.metadata !== undefined && { metadata: bank.metadata }),
    failsWith: FAILING_NUMBERS[number] ?? null,
  };
}

function numberOf({ accountNumber }: NewBankAccount): string {
  return accountNumber.replaceAll(/\s/gu, '').toUpperCase();
}

/** Says whether payouts go to this bank account already, and arrive there. */
export function hasBankAccount({ bankAccounts }: Account, bank: NewBankAccount): boolean {
  const { last4, failsWith } = bankAccountFrom(bank);
  return bankAccounts.some(
    (known) =>
      known.status !== 'errored' &&
      known.last4 === last4 &&
      known.failsWith === failsWith &&
      known.routingNumber === bank.routingNumber &&
      known.currency === bank.currency &&
      known.holder === bank.holder,
  );
}

/** A bank sent a payout back: nothing more is sent to that bank account, if it is still there. */
export function failBankAccount(world: World, account: string, id: string): void {
  const { bankAccounts } = world.store.get('account', account);
  if (!bankAccounts.some((known) => known.id === id)) return;
  changeAccount(world, account, {
    bankAccounts: bankAccounts.map((bank) => (bank.id === id ? { ...bank, status: 'errored' } : bank)),
  });
  const bank = shownBankAccount(world, account, id);
  emitObject(world, 'account.external_account.updated', account, bank, { status: 'new' });
}

function shownBankAccount(world: World, account: string, id: string): Stripe.ExternalAccount {
  // Accounts are rendered in this shape, with their bank accounts inside.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const shown = world.render(world, 'account', account) as Stripe.Account;
  const bank = shown.external_accounts?.data.find((external) => external.id === id);
  if (bank === undefined) throw new Error(`The account ${account} has no bank account ${id}`);
  return bank;
}
