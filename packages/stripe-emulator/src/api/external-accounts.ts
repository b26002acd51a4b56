import type Stripe from 'stripe';
import { changeAccount } from '../world/accounts.ts';
import { addBankAccount, bankOfPlatform, type NewBankAccount, replaceBankAccount } from '../world/bank-accounts.ts';
import { isDefaultBank } from '../world/default-banks.ts';
import { mergedMetadata } from '../world/metadata.ts';
import {
  addDebitCard,
  isDebitCard,
  type PayoutDestination,
  payoutDestinationsOf,
  takesInstantPayouts,
} from '../world/payout-destinations.ts';
import type { Account, BankAccount } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { bool, ignored, metadata, oneOf, type Param, type ParamTable, required, text } from '../wire/params.ts';
import { object } from '../wire/params.ts';
import { invalidParam, invalidRequest, resourceMissing } from '../wire/stripe-error.ts';
import { ownAccount } from './connected-account.ts';
import { debitCardToWire, spendCardToken } from './debit-cards.ts';
import { textOrNull } from './parts.ts';
import { spendBankToken } from './tokens.ts';

const bankParams = object({
  object: oneOf('bank_account'),
  account_number: required(text()),
  routing_number: text(),
  country: required(text({ max: 2 })),
  currency: required(text({ max: 3 })),
  account_holder_name: text(),
  account_holder_type: oneOf('company', 'individual'),
});

type BankOrToken = string | ReturnType<typeof bankParams.read>;

/** The token of a bank account, or the account itself. */
export const bankOrToken: Param<BankOrToken> = {
  required: false,
  read: (raw, path) => (typeof raw === 'string' ? raw : bankParams.read(raw, path)),
};

/** Where payouts go: bank accounts, one of each currency the default, and debit cards by their tokens. */
export const externalAccountOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/external_accounts',
    params: { ...listParams, object: oneOf('bank_account', 'card') },
    run: (call) => externalAccountsOf(ownAccount(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/external_accounts',
    params: { external_account: required(bankOrToken), metadata: metadata(), default_for_currency: bool() },
    run: (call) => {
      const account = changeable(call);
      const { external_account: given } = call.params;
      const card = typeof given === 'string' ? spendCardToken(call.world, given) : undefined;
      if (card !== undefined) return debitCardToWire(account, addDebitCard(call.world, account.id, card));
      const bank = typeof given === 'string' ? spendBankToken(call.world, given) : bankFrom(given);
      const metadataOfBank = mergedMetadata({}, call.params.metadata);
      const isDefault = call.params.default_for_currency === true;
      const changed = addBankAccount(call.world, account.id, { ...bank, metadata: metadataOfBank }, isDefault);
      const added = changed.bankAccounts.at(-1);
      if (added === undefined) throw new Error('A bank account was added and is not there');
      return destinationToWire(changed, added);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/external_accounts/:bank',
    params: {},
    run: (call) => {
      const account = ownAccount(call);
      return destinationToWire(account, destinationNamed(account, call.path['bank'] ?? ''));
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/external_accounts/:bank',
    params: {
      account_holder_name: text(),
      account_holder_type: oneOf('company', 'individual'),
      account_type: ignored(),
      default_for_currency: bool(),
      documents: ignored(),
      metadata: metadata(),
    },
    run: (call) => {
      const account = changeable(call);
      const bank = bankNamed(account, call.path['bank'] ?? '');
      const changed = {
        ...bank,
        holder: textOrNull(call.params.account_holder_name, bank.holder),
        holderType: call.params.account_holder_type ?? bank.holderType ?? null,
        metadata: mergedMetadata(bank.metadata ?? {}, call.params.metadata),
      };
      const { bankAccounts, defaultBanks = {} } = account;
      const kept = changeAccount(call.world, account.id, {
        bankAccounts: bankAccounts.map((known) => (known.id === bank.id ? changed : known)),
        ...(call.params.default_for_currency === true && {
          defaultBanks: { ...defaultBanks, [bank.currency]: bank.id },
        }),
      });
      return destinationToWire(kept, changed);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v1/accounts/:id/external_accounts/:bank',
    params: {},
    run: (call) => {
      const account = changeable(call);
      const bank = destinationNamed(account, call.path['bank'] ?? '');
      if (isDebitCard(bank)) return removeCard(call, account, bank.id);
      refuseDefault(account, bank);
      changeAccount(call.world, account.id, {
        bankAccounts: account.bankAccounts.filter(({ id }) => id !== bank.id),
      });
      return { id: bank.id, object: 'bank_account', deleted: true } satisfies Stripe.DeletedBankAccount;
    },
  }),
];

/**
 * Refuses to leave a currency without its default: the account's own currency always needs one.
 *
 * @see https://docs.stripe.com/api/external_account_bank_accounts/delete
 */
function refuseDefault(account: Account, bank: BankAccount): void {
  const { currency } = bank;
  const isOwn = currency === account.defaultCurrency;
  const hasOthers = payoutDestinationsOf(account).some((known) => known.id !== bank.id && known.currency === currency);
  if (!isDefaultBank(account, bank) || (!isOwn && !hasOthers)) return;
  throw invalidRequest(
    `You cannot delete the default external account for your default currency. Please make another external account the default using the \`default_for_currency\` param, and then delete this one.`,
  );
}

function removeCard(call: Pick<Call<ParamTable>, 'world'>, account: Account, id: string): Stripe.DeletedCard {
  const { debitCards = [] } = account;
  changeAccount(call.world, account.id, { debitCards: debitCards.filter((card) => card.id !== id) });
  return { id, object: 'card', deleted: true };
}

function bankFrom(given: ReturnType<typeof bankParams.read>): NewBankAccount {
  if (given.country.toUpperCase() === 'US' && given.routing_number === undefined)
    throw invalidParam(
      'You must supply a routing number for US bank accounts.',
      'external_account[routing_number]',
      'parameter_missing',
    );
  return {
    accountNumber: given.account_number,
    routingNumber: given.routing_number ?? '',
    country: given.country.toUpperCase(),
    currency: given.currency.toLowerCase(),
    holder: given.account_holder_name ?? null,
    holderType: given.account_holder_type ?? null,
  };
}

/** Sellers whose requirements Stripe collects tell Stripe their bank account themselves. */
function changeable(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Account {
  const account = ownAccount(call);
  if (account.requirementCollection === 'stripe')
    throw invalidRequest(
      `This application does not have the required permissions for this endpoint on account '${account.id}'.`,
      { status: 403 },
    );
  return account;
}

function bankNamed({ bankAccounts }: Account, id: string): BankAccount {
  const bank = bankAccounts.find((known) => known.id === id);
  if (bank === undefined) throw resourceMissing('external account', id);
  return bank;
}

function destinationNamed(account: Account, id: string): PayoutDestination {
  const card = account.debitCards?.find((known) => known.id === id);
  return card ?? bankNamed(account, id);
}

/** What a payout went to, as it is now: what is gone is said to be deleted. */
export function externalAccountNamed(
  world: World,
  owner: string,
  id: string,
): Stripe.ExternalAccount | Stripe.DeletedExternalAccount {
  if (owner === world.platform)
    return bankToWire(owner, bankOfPlatform(world, id.slice(-3)), { instant: false, isDefault: true });
  const account = world.store.get('account', owner);
  const found = payoutDestinationsOf(account).find((known) => known.id === id);
  if (found !== undefined) return destinationToWire(account, found);
  return { id, object: id.startsWith('card_') ? 'card' : 'bank_account', deleted: true };
}

function destinationToWire(account: Account, destination: PayoutDestination): Stripe.ExternalAccount {
  if (isDebitCard(destination)) return debitCardToWire(account, destination);
  return bankToWire(account.id, destination, {
    instant: takesInstantPayouts(account, destination),
    isDefault: isDefaultBank(account, destination),
  });
}

/** Takes an external account with the account itself: it is the new default, and the old one is gone. */
export function replaceExternalAccount(world: World, account: Account, given: BankOrToken): Account {
  const card = typeof given === 'string' ? spendCardToken(world, given) : undefined;
  if (card === undefined)
    return replaceBankAccount(
      world,
      account.id,
      typeof given === 'string' ? spendBankToken(world, given) : bankFrom(given),
    );
  addDebitCard(world, account.id, card);
  return world.store.get('account', account.id);
}

/** Lists where an account is paid out to. */
export function externalAccountsOf(account: Account): Stripe.ApiList<Stripe.ExternalAccount> {
  return {
    object: 'list',
    url: `/v1/accounts/${account.id}/external_accounts`,
    has_more: false,
    data: payoutDestinationsOf(account).map((destination) => destinationToWire(account, destination)),
  };
}

function bankToWire(
  account: string,
  bank: BankAccount,
  { instant, isDefault }: { readonly instant: boolean; readonly isDefault: boolean },
): Stripe.BankAccount {
  return {
    id: bank.id,
    object: 'bank_account',
    account,
    account_holder_name: bank.holder,
    account_holder_type: bank.holderType ?? null,
    account_type: null,
    available_payout_methods: instant ? ['standard', 'instant'] : ['standard'],
    bank_name: bank.bankName,
    country: bank.country,
    currency: bank.currency,
    default_for_currency: isDefault,
    fingerprint: null,
    last4: bank.last4,
    metadata: { ...bank.metadata },
    routing_number: bank.routingNumber,
    status: bank.status,
  };
}
