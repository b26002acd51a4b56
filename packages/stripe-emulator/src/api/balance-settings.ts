import type Stripe from 'stripe';
import { balanceSettingsObject } from '../world/balance-settings.ts';
import { changePayoutSchedule } from '../world/payout-schedule.ts';
import type { Account, PayoutSchedule } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { ignored, integer, list, object, oneOf, type ParamsOf, type ParamTable } from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';

const params = {
  payments: object({
    debit_negative_balances: ignored(),
    payouts: object({
      schedule: object({
        interval: oneOf('daily', 'weekly', 'monthly', 'manual'),
        weekly_payout_days: list(oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
        monthly_payout_days: list(integer({ min: 1, max: 31 })),
      }),
      statement_descriptor: ignored(),
    }),
    settlement_timing: object({ delay_days_override: integer({ min: 0, max: 31 }) }),
  }),
} as const;

/** When an account is paid out. */
export const balanceSettingsOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/balance_settings',
    params: {},
    run: (call) => settingsOf(call.world, connectedAccount(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/balance_settings',
    params,
    run: (call) => {
      const { world } = call;
      const account = connectedAccount(call);
      return settingsOf(world, changePayoutSchedule(world, account.id, scheduleFrom(account, call.params)));
    },
  }),
];

function settingsOf(world: World, account: Account): Stripe.BalanceSettings {
  return balanceSettingsObject(world, account);
}

/** The platform's own payouts are none of the emulator's business. */
function connectedAccount({ world, account }: Pick<Call<ParamTable>, 'account' | 'world'>): Account {
  const connected = world.store.find('account', account);
  if (connected !== undefined) return connected;
  throw invalidRequest(
    'Balance settings are emulated for connected accounts only; name one in the Stripe-Account header.',
  );
}

function scheduleFrom({ payoutSchedule }: Account, { payments }: ParamsOf<typeof params>): Partial<PayoutSchedule> {
  const {
    interval,
    weekly_payout_days: weeklyDays,
    monthly_payout_days: monthlyDays,
  } = payments?.payouts?.schedule ?? {};
  const effective = interval ?? payoutSchedule.interval;
  if (weeklyDays !== undefined && effective !== 'weekly') throw misplaced('weekly_payout_days', 'weekly');
  if (monthlyDays !== undefined && effective !== 'monthly') throw misplaced('monthly_payout_days', 'monthly');
  const delayDays = payments?.settlement_timing?.delay_days_override;
  return {
    ...(interval !== undefined && { interval }),
    ...(weeklyDays !== undefined && { weeklyDays }),
    ...(monthlyDays !== undefined && { monthlyDays }),
    ...(delayDays !== undefined && { delayDays }),
  };
}

function misplaced(name: string, interval: string): Error {
  const param = `payments[payouts][schedule][${name}]`;
  return invalidParam(`You can only set \`${name}\` when the interval is \`${interval}\`.`, param);
}
