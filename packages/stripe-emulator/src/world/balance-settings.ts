import { payoutsEnabled } from './accounts.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

/** The balance settings of an account in Stripe's form: there is one of them for each account, without an id. */
export function balanceSettingsObject(world: World, account: Account) {
  const { interval, weeklyDays, monthlyDays, delayDays } = account.payoutSchedule;
  return {
    object: 'balance_settings' as const,
    payments: {
      debit_negative_balances: false,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        schedule: {
          interval,
          ...(interval === 'monthly' && { monthly_payout_days: [...monthlyDays] }),
          ...(interval === 'weekly' && { weekly_payout_days: [...weeklyDays] }),
        },
        statement_descriptor: null,
        status: payoutsEnabled(world, account) ? ('enabled' as const) : ('disabled' as const),
      },
      settlement_timing: { delay_days: delayDays, start_of_day: { hour: 0, minutes: 0, timezone: 'Etc/UTC' } },
    },
  };
}
