import { changeAccount } from './accounts.ts';
import { defaultBankOf } from './default-banks.ts';
import { newId } from './ids.ts';
import type { Account, BankAccount, Metadata } from './state.ts';
import type { World } from './world.ts';

export interface NewBankAccount {
  readonly accountNumber: string;
  readonly routingNumber: string;
  readonly country: string;
  readonly currency: string;
  readonly holder: string | null;
  readonly holderType?: BankAccount['holderType'];
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

/** Test account numbers whose instant payouts fail, and how. */
const FAILING_INSTANTLY: Readonly<Record<string, string>> = { '000888888883': 'could_not_process' };

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

/** Adds a bank account. Payouts in its currency go to it from now on, unless another one is to stay the default. */
export function addBankAccount(world: World, id: string, bank: NewBankAccount, isDefault = true): Account {
  return changeAccount(world, id, withBank(world.store.get('account', id), bankAccountFrom(world, bank), isDefault));
}

/** Puts a bank account in the place of the one that payouts in its currency go to. */
export function replaceBankAccount(world: World, id: string, bank: NewBankAccount): Account {
  const account = world.store.get('account', id);
  const replaced = defaultBankOf(account, bank.currency);
  const bankAccounts = account.bankAccounts.filter((known) => known !== replaced);
  return changeAccount(world, id, withBank({ ...account, bankAccounts }, bankAccountFrom(world, bank), true));
}

type Banks = Pick<Account, 'bankAccounts' | 'defaultBanks' | 'demands'>;

function withBank(
  { bankAccounts, defaultBanks = {}, demands }: Account,
  added: BankAccount,
  isDefault: boolean,
): Banks {
  const usual = defaultBankOf({ bankAccounts, defaultBanks }, added.currency) ?? added;
  return {
    bankAccounts: [...bankAccounts, added],
    defaultBanks: { ...defaultBanks, [added.currency]: (isDefault ? added : usual).id },
    demands: demands.filter(({ field }) => field !== 'external_account'),
  };
}

/** Lets payouts in its currency go to a bank account from now on. */
export function makeDefaultBank(world: World, id: string, { id: bank, currency }: BankAccount): Account {
  const { defaultBanks = {} } = world.store.get('account', id);
  return changeAccount(world, id, { defaultBanks: { ...defaultBanks, [currency]: bank } });
}

function bankAccountFrom(world: World, bank: NewBankAccount): BankAccount {
  const number = numberOf(bank);
  return {
    id: newId(world, 'ba'),
    bankName: bank.country === 'US' ? 'STRIPE TEST BANK' : 'TEST BANK',
    last4: number.slice(-4),
    routingNumber: bank.routingNumber,
    country: bank.country,
    currency: bank.currency,
    status: 'new',
    holder: bank.holder,
    ...(bank.holderType !== undefined && { holderType: bank.holderType }),
    metadata: bank.metadata ?? {},
    ...failuresOf(number),
  };
}

function failuresOf(number: string): Pick<BankAccount, 'failsInstantlyWith' | 'failsWith'> {
  return { failsWith: FAILING_NUMBERS[number] ?? null, failsInstantlyWith: FAILING_INSTANTLY[number] ?? null };
}

function numberOf({ accountNumber }: NewBankAccount): string {
  return accountNumber.replaceAll(/\s/gu, '').toUpperCase();
}

/** Says whether payouts go to this bank account already, and arrive there. */
export function hasBankAccount({ bankAccounts }: Account, bank: NewBankAccount): boolean {
  const number = numberOf(bank);
  const { failsWith, failsInstantlyWith = null } = failuresOf(number);
  return bankAccounts.some(
    (known) =>
      known.status !== 'errored' &&
      known.last4 === number.slice(-4) &&
      known.failsWith === failsWith &&
      (known.failsInstantlyWith ?? null) === failsInstantlyWith &&
      known.routingNumber === bank.routingNumber &&
      known.currency === bank.currency &&
      known.holder === bank.holder,
  );
}

/** A bank sent a payout back: nothing more is sent to that bank account or card, if it is still there. */
export function failBankAccount(world: World, account: string, id: string): void {
  if (account === world.platform) return;
  const { bankAccounts, debitCards = [] } = world.store.get('account', account);
  if (![...bankAccounts, ...debitCards].some((known) => known.id === id)) return;
  changeAccount(world, account, {
    bankAccounts: bankAccounts.map((bank) => (bank.id === id ? { ...bank, status: 'errored' } : bank)),
    debitCards: debitCards.map((card) => (card.id === id ? { ...card, status: 'errored' } : card)),
  });
}
