import { payoutsEnabled } from './accounts.ts';
import { settlementDays } from './countries.ts';
import { emitObject } from './events.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

/** What of an account is a balance setting. */
export type BalanceSettings = Pick<
  Account,
  'debitNegativeBalances' | 'delayDaysOverride' | 'minimumBalances' | 'payoutDescriptor' | 'payoutSchedule'
>;

/** Changes how an account is paid out, and tells; what is left out stays. */
export function changeBalanceSettings(world: World, id: string, change: Partial<BalanceSettings>): Account {
  const before = world.store.get('account', id);
  const account = world.store.update('account', id, change);
  const { payments: previous } = balanceSettingsObject(world, before);
  emitObject(world, 'balance_settings.updated', id, balanceSettingsObject(world, account), { payments: previous });
  return account;
}

/** Sets the days until money counts; null brings those of the country back. */
export function withDelay({ country, payoutSchedule }: Account, days: number | null): Partial<BalanceSettings> {
  const delayDays = days ?? settlementDays(country);
  return { delayDaysOverride: days, payoutSchedule: { ...payoutSchedule, delayDays } };
}

/** Says whether Stripe may take what the account owes from its bank. */
export function debitsNegativeBalances({ debitNegativeBalances, requirementCollection }: Account): boolean {
  return debitNegativeBalances ?? requirementCollection === 'stripe';
}

/** Returns what automatic payouts leave in a currency. */
export function minimumBalanceOf({ minimumBalances = {} }: Account, currency: string): number {
  return minimumBalances[currency] ?? 0;
}

/** The balance settings of an account in Stripe's form: there is one of them for each account, without an id. */
export function balanceSettingsObject(world: World, account: Account) {
  const { delayDaysOverride = null, minimumBalances = {}, payoutDescriptor = null } = account;
  const { interval, weeklyDays, monthlyDays, delayDays } = account.payoutSchedule;
  return {
    object: 'balance_settings' as const,
    payments: {
      debit_negative_balances: debitsNegativeBalances(account),
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: Object.keys(minimumBalances).length > 0 ? { ...minimumBalances } : null,
        schedule: {
          interval,
          ...(interval === 'monthly' && { monthly_payout_days: [...monthlyDays] }),
          ...(interval === 'weekly' && { weekly_payout_days: [...weeklyDays] }),
        },
        statement_descriptor: payoutDescriptor,
        status: payoutsEnabled(world, account) ? ('enabled' as const) : ('disabled' as const),
      },
      settlement_timing: {
        delay_days: delayDays,
        ...(delayDaysOverride !== null && { delay_days_override: delayDaysOverride }),
        start_of_day: { hour: 0, minutes: 0, timezone: 'Etc/UTC' },
      },
    },
  };
}
