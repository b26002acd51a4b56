import type { Account } from '@sellerdesk/contract';
import type { Config } from '../config.ts';
import type { Database } from '../database/index.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountReply } from './account-reply.ts';
import { standingOfAccount } from './account-state.ts';
import {
  type AccountHolder,
  insertAccount,
  selectAccount,
  selectAccountOf,
  selectHolder,
  updateAccount,
} from './account-store.ts';
import { accountsApi, type OnboardingLink } from './accounts-api.ts';
import type { StoredAccount } from './stored-account.ts';

/** Returns a seller's account as it was last read from Stripe, or null. */
export async function findAccount(
  database: Database,
  config: Pick<Config, 'stripe'>,
  sellerId: string,
): Promise<Account | null> {
  const account = await database.asSeller(sellerId, (sql) => selectAccountOf(sql, sellerId));
  return account === undefined ? null : accountReply(account, config);
}

/**
 * Returns the stored account of a seller.
 *
 * @throws {Problem} `account_missing`
 */
export async function getAccountOf({ database }: Services, sellerId: string): Promise<StoredAccount> {
  const account = await database.asSeller(sellerId, (sql) => selectAccountOf(sql, sellerId));
  if (account === undefined) throw problem('account_missing');
  return account;
}

/** Creates the seller's account at Stripe, or returns the one there is. */
export async function createAccountOf(services: Services, sellerId: string): Promise<StoredAccount> {
  const { database } = services;
  const existing = await database.asSeller(sellerId, (sql) => selectAccountOf(sql, sellerId));
  if (existing !== undefined) return existing;
  const holder = await database.asSystem((sql) => selectHolder(sql, sellerId));
  if (holder === undefined) throw problem('not_signed_in');
  await createAtStripe(services, holder);
  return getAccountOf(services, sellerId);
}

/**
 * The key makes Stripe answer every repetition with the same account: two clicks, two instances, or a try after an answer
 * was lost. Who cut an account off and comes back gets a new one.
 */
async function createAtStripe({ config, database, stripe, now }: Services, holder: AccountHolder): Promise<void> {
  const { sellerId, formerAccounts } = holder;
  const api = config.stripe.accountsApi;
  const readAt = now();
  const said = await accountsApi(api, holder.mode).create(stripe, holder, `account-${sellerId}-${formerAccounts}`);
  // Nobody has handed anything in yet, even where Stripe does not know yet what it will ask.
  const facts = { ...said, detailsSubmitted: false };
  const standing = standingOfAccount(facts, { dueWhenCreated: facts.dueFields, detailsSubmitted: false });
  await database.asSeller(sellerId, (sql) => insertAccount(sql, { sellerId, api, facts, standing, readAt }));
}

/** Reads an account from Stripe again and stores what it says; nothing else is ever believed of an account. */
export async function refreshAccount(services: Services, account: StoredAccount): Promise<void> {
  const { database, stripe, now } = services;
  const readAt = now();
  const facts = await accountsApi(account.api, account.mode).read(stripe.scopedTo(account));
  const standing = standingOfAccount(facts, account);
  await database.asSeller(account.sellerId, (sql) => updateAccount(sql, { facts, standing, readAt }));
}

/** Returns an account by Stripe's id of it, if it is ours and was not cut off. */
export function findAccountById({ database }: Services, id: string): Promise<StoredAccount | undefined> {
  return database.asSystem((sql) => selectAccount(sql, id));
}

/** Makes a link to Stripe's onboarding page. It returns to our own pages, which believe nothing it brings. */
export async function createOnboardingLinkFor(services: Services, account: StoredAccount): Promise<OnboardingLink> {
  const { config, stripe } = services;
  const { publicUrl } = config.http;
  return accountsApi(account.api, account.mode).createOnboardingLink(stripe.scopedTo(account), {
    return_url: `${publicUrl}/onboarding/return`,
    refresh_url: `${publicUrl}/onboarding/refresh`,
  });
}
