import type Stripe from 'stripe';
import {
  type BalanceSettings,
  balanceSettingsObject,
  changeBalanceSettings,
  withDelay,
} from '../world/balance-settings.ts';
import { isCurrency } from '../world/currencies.ts';
import { unknownCurrency } from '../world/payment-errors.ts';
import { rescheduled } from '../world/payout-schedule.ts';
import type { Account, PayoutSchedule } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { given } from '../wire/given.ts';
import {
  bool,
  emptyable,
  ignored,
  integer,
  list,
  object,
  oneOf,
  type ParamsOf,
  type ParamTable,
  record,
  text,
} from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';
import { textOrNull } from './parts.ts';

const params = {
  payments: object({
    debit_negative_balances: bool(),
    payouts: object({
      automatic_transfer_rules_by_currency: ignored(),
      minimum_balance_by_currency: emptyable(record(emptyable(integer({ min: 0 })))),
      schedule: object({
        interval: oneOf('daily', 'weekly', 'monthly', 'manual'),
        weekly_payout_days: list(oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
        monthly_payout_days: list(integer({ min: 1, max: 31 })),
      }),
      statement_descriptor: text({ max: 22 }),
    }),
    settlement_timing: object({
      delay_days_override: emptyable(integer({ min: 0, max: 31 })),
      start_of_day: ignored(),
    }),
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
      return settingsOf(world, changeBalanceSettings(world, account.id, changeFrom(account, call.params)));
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

type Payments = NonNullable<ParamsOf<typeof params>['payments']>;

function changeFrom(account: Account, { payments }: ParamsOf<typeof params>): Partial<BalanceSettings> {
  const { debit_negative_balances: debits, payouts, settlement_timing: timing } = payments ?? {};
  const scheduled = { ...account, ...rescheduled(account, scheduleFrom(account, payouts?.schedule)) };
  const days = timing?.delay_days_override;
  return {
    payoutSchedule: scheduled.payoutSchedule,
    ...(days !== undefined && withDelay(scheduled, days === '' ? null : days)),
    ...(debits !== undefined && { debitNegativeBalances: debits }),
    ...(payouts?.statement_descriptor !== undefined && {
      payoutDescriptor: textOrNull(payouts.statement_descriptor),
    }),
    ...(payouts?.minimum_balance_by_currency !== undefined && {
      minimumBalances: minimumsFrom(account, payouts.minimum_balance_by_currency),
    }),
  };
}

function minimumsFrom(
  { minimumBalances = {} }: Account,
  asked: NonNullable<NonNullable<Payments['payouts']>['minimum_balance_by_currency']>,
): Readonly<Record<string, number>> {
  if (asked === '') return {};
  for (const currency of Object.keys(asked)) if (!isCurrency(currency)) throw unknownCurrency(currency);
  const all = Object.entries({ ...minimumBalances, ...asked });
  return Object.fromEntries(all.flatMap(([currency, amount]) => (amount === '' ? [] : [[currency, amount] as const])));
}

function scheduleFrom(
  { payoutSchedule }: Account,
  asked: NonNullable<Payments['payouts']>['schedule'],
): Partial<PayoutSchedule> {
  const { interval, weekly_payout_days: weeklyDays, monthly_payout_days: monthlyDays } = asked ?? {};
  const effective = interval ?? payoutSchedule.interval;
  if (weeklyDays !== undefined && effective !== 'weekly') throw misplaced('weekly_payout_days', 'weekly');
  if (monthlyDays !== undefined && effective !== 'monthly') throw misplaced('monthly_payout_days', 'monthly');
  return given({ interval, weeklyDays, monthlyDays });
}

function misplaced(name: string, interval: string): Error {
  const param = `payments[payouts][schedule][${name}]`;
  return invalidParam(`You can only set \`${name}\` when the interval is \`${interval}\`.`, param);
}
