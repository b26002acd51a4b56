import { describe, expect, test } from 'vitest';
import { arrangePayoutFailure } from './arrangements.ts';
import { charge, eventsOf, HOUR, letPass, openAccount, openTestWorld } from '../test/test-world.ts';
import { changeBalanceSettings } from './balance-settings.ts';
import { balancesOf } from './ledger.ts';
import { changePayoutSchedule } from './payout-schedule.ts';
import { createRefund } from './refunds.ts';
import type { Account, Payout } from './state.ts';
import type { World } from './world.ts';

const DAY = 24 * HOUR;

/** Opens an account that has paid everything out and then gave a customer 1000 back. */
function oweThousand(world: World, change: Partial<Account> = {}): string {
  const { id } = openAccount(world);
  const { id: paid } = charge(world, id, 1000, { token: 'pm_card_bypassPending' });
  letPass(world, 3 * DAY);
  createRefund(world, { account: id, charge: paid });
  world.store.update('account', id, change);
  return id;
}

const payoutsOf = (world: World, id: string): readonly Payout[] => world.store.all('payout', id);
const availableOf = (world: World, id: string): number | undefined => balancesOf(world, id)[0]?.available;

describe('what an account owes', () => {
  test('is debited from its bank the next day, whatever its schedule, by a payout of less than nothing', () => {
    const world = openTestWorld();
    const id = oweThousand(world);
    changePayoutSchedule(world, id, { interval: 'manual' });
    expect(availableOf(world, id)).toBe(-1000);
    letPass(world, DAY);
    expect(payoutsOf(world, id).at(-1)).toMatchObject({ amount: -1000, automatic: true, status: 'in_transit' });
    expect(availableOf(world, id)).toBe(0);
    letPass(world, 4 * DAY);
    expect(payoutsOf(world, id).map(({ amount, status }) => [amount, status])).toEqual([
      [941, 'paid'],
      [-1000, 'paid'],
    ]);
    expect(eventsOf(world, id).slice(-3)).toEqual(['payout.created', 'payout.paid', 'payout.reconciliation_completed']);
    world.store.close();
  });

  test('is owed again when the bank refuses, and the bank is not asked twice', () => {
    const world = openTestWorld();
    const id = oweThousand(world);
    arrangePayoutFailure(world, id, 'debit_not_authorized');
    letPass(world, 14 * DAY);
    expect(payoutsOf(world, id).slice(1)).toMatchObject([{ amount: -1000, failureCode: 'debit_not_authorized' }]);
    expect(availableOf(world, id)).toBe(-1000);
    world.store.close();
  });

  test.each<[string, Partial<Account>]>([
    ['the settings say no', { debitNegativeBalances: false }],
    ['the platform collects requirements and the settings say nothing', { requirementCollection: 'application' }],
  ])('stays where %s, until payments fill it up', (_, change) => {
    const world = openTestWorld();
    const id = oweThousand(world, change);
    letPass(world, 5 * DAY);
    expect(availableOf(world, id)).toBe(-1000);
    charge(world, id, 2000, { token: 'pm_card_bypassPending' });
    letPass(world, DAY);
    expect(payoutsOf(world, id).at(-1)).toMatchObject({ amount: 912 });
    world.store.close();
  });

  test('stays where Stripe debits no banks of the country', () => {
    const world = openTestWorld();
    const id = oweThousand(world);
    const { bankAccounts } = world.store.get('account', id);
    world.store.update('account', id, { bankAccounts: bankAccounts.map((bank) => ({ ...bank, country: 'DE' })) });
    letPass(world, 5 * DAY);
    expect(availableOf(world, id)).toBe(-1000);
    world.store.close();
  });
});

describe('a minimum balance', () => {
  test('stays when everything else is paid out, and each payout is the sum of its lines', () => {
    const world = openTestWorld();
    const { id } = openAccount(world);
    changeBalanceSettings(world, id, { minimumBalances: { usd: 300 }, payoutDescriptor: 'FERN' });
    for (const amount of [1000, 2000]) {
      charge(world, id, amount, { token: 'pm_card_bypassPending' });
      letPass(world, DAY);
    }
    const payouts = payoutsOf(world, id);
    expect(payouts.map(({ amount, statementDescriptor }) => [amount, statementDescriptor])).toEqual([
      [641, 'FERN'],
      [1912, 'FERN'],
    ]);
    expect(availableOf(world, id)).toBe(300);
    for (const { id: payout } of payouts) {
      const lines = world.store.all('balance_transaction', id, { payout });
      expect(lines.reduce((sum, { net }) => sum + net, 0)).toBe(0);
      expect(lines.map(({ type }) => type)).toContain('payout_minimum_balance_hold');
    }
    world.store.close();
  });

  test('that is not reached leaves nothing to pay out', () => {
    const world = openTestWorld();
    const { id } = openAccount(world);
    changeBalanceSettings(world, id, { minimumBalances: { usd: 941 } });
    charge(world, id, 1000, { token: 'pm_card_bypassPending' });
    letPass(world, 3 * DAY);
    expect(payoutsOf(world, id)).toEqual([]);
    world.store.close();
  });
});
