import { pictureOf, tellDifference } from './account-picture.ts';
import { putOnAgenda } from './agenda.ts';
import { currencyOfCountry, settlementDays } from './countries.ts';
import { defaultBankOf, isDefaultBank } from './default-banks.ts';
import { emitThin } from './events.ts';
import type { Account, BankAccount, Capability, Demand, Metadata } from './state.ts';
import { keepPeople } from './people.ts';
import { requirementsOf } from './requirements.ts';
import { born, type World } from './world.ts';

export interface NewAccount {
  readonly email: string | null;
  readonly displayName: string | null;
  readonly country: string;
  readonly currency: string | undefined;
  readonly dashboard: Account['dashboard'];
  readonly feesPayer: Account['feesPayer'];
  readonly lossesPayer: Account['lossesPayer'];
  readonly requirementCollection: Account['requirementCollection'];
  readonly requestedCapabilities: readonly Capability[];
  readonly metadata: Metadata;
  /** What the platform told Stripe for the seller. */
  readonly answers?: Account['answers'];
}

/** Creates a connected account that has told Stripe nothing yet. */
export function createAccount(world: World, { currency, ...account }: NewAccount): Account {
  const created = world.store.insert('account', {
    ...born(world, 'acct', world.platform),
    defaultCurrency: currency ?? currencyOfCountry(account.country) ?? 'usd',
    answers: {},
    ...account,
    submittedUnix: null,
    demands: [],
    underReview: false,
    rejection: null,
    deauthorized: false,
    bankAccounts: [],
    payoutSchedule: { interval: 'daily', weeklyDays: [], monthlyDays: [], delayDays: settlementDays(account.country) },
    payoutsBlocked: false,
  });
  emitThin(world, 'v2.core.account.created', created.id);
  return created;
}

/** Changes an account and tells, in both forms, what follows from it. */
export function changeAccount(world: World, id: string, change: Partial<Account>): Account {
  const before = pictureOf(world, id);
  const account = world.store.update('account', id, change);
  if (change.answers !== undefined) keepPeople(world, account);
  awaitDeadlines(world, account, change);
  tellDifference(world, before);
  return account;
}

function awaitDeadlines(world: World, { id }: Account, { demands = [] }: Partial<Account>): void {
  const now = world.clock.nowUnix();
  for (const moment of demands.flatMap(turnsOf))
    if (moment > now) putOnAgenda(world, moment, 'requirement_falls_due', id);
}

/** When time alone makes something else of a demand. */
function turnsOf({ deadlineUnix, futureUntilUnix }: Demand): readonly number[] {
  return [futureUntilUnix ?? null, deadlineUnix].filter((moment) => moment !== null);
}

/**
 * The time to answer is over: what was due is past due, and the account is restricted until it is answered. What was
 * wanted in future is due from then on.
 */
export function passDeadline(world: World, id: string): void {
  const now = world.clock.nowUnix();
  if (!world.store.get('account', id).demands.flatMap(turnsOf).includes(now)) return;
  tellDifference(
    world,
    world.clock.at(now - 1, () => pictureOf(world, id)),
  );
}

/** Says whether card payments, or transfers, work: `active`, `pending` while Stripe checks, `inactive` until it is told more. */
export function capabilityStatus(world: World, account: Account): 'active' | 'inactive' | 'pending' {
  const { pastDue, disabledReason } = requirementsOf(world, account);
  if (account.submittedUnix === null || account.rejection !== null || pastDue.length > 0) return 'inactive';
  if (account.underReview) return 'pending';
  return disabledReason === null ? 'active' : 'inactive';
}

/** Lists the capabilities an account asked for with their status. */
export function capabilitiesOf(
  world: World,
  account: Account,
): Readonly<Partial<Record<Capability, 'active' | 'inactive' | 'pending'>>> {
  const status = capabilityStatus(world, account);
  return Object.fromEntries(account.requestedCapabilities.map((name) => [name, status]));
}

export function chargesEnabled(world: World, account: Account): boolean {
  return account.requestedCapabilities.includes('card_payments') && capabilityStatus(world, account) === 'active';
}

export function payoutsEnabled(world: World, account: Account): boolean {
  const reachable = account.bankAccounts.some((bank) => bank.status !== 'errored' && isDefaultBank(account, bank));
  return capabilityStatus(world, account) === 'active' && reachable && !account.payoutsBlocked;
}

/** Returns the bank account that payouts in a currency go to; none where it has sent one back. */
export function defaultBankAccount(account: Account, currency: string): BankAccount | undefined {
  const bank = defaultBankOf(account, currency);
  return bank?.status === 'errored' ? undefined : bank;
}

/** What customers know the business as. */
export function businessNameOf(account: Account): string {
  return account.answers['business_name'] ?? account.displayName ?? account.email ?? account.id;
}
