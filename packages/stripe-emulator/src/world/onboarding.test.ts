import { beforeEach, describe, expect, it } from 'vitest';
import { TEST_ANSWERS } from '../control/test-answers.ts';
import { newAccount } from '../test/test-app.ts';
import { eventsOf, openAccount, openTestWorld } from '../test/test-world.ts';
import { chargesEnabled, defaultBankAccount, payoutsEnabled } from './accounts.ts';
import { addBankAccount, failBankAccount } from './bank-accounts.ts';
import { changeBankAccount, changeDetails, handInOnboarding } from './onboarding.ts';
import type { World } from './world.ts';

let world: World;
beforeEach(() => {
  world = openTestWorld();
});

const bankEvents = (id: string) => eventsOf(world, id).filter((type) => type.includes('external_account'));
const another = { account_number: '000111111116', routing_number: '110000000' };

describe('handing onboarding in', () => {
  it('adds a bank account once, and tells of it', () => {
    const { id } = openAccount(world);
    expect(bankEvents(id)).toEqual(['account.external_account.created']);
    handInOnboarding(world, id);
    expect(bankEvents(id)).toEqual(['account.external_account.created']);
  });

  it('without a bank account lets customers pay, and waits with payouts until there is one', () => {
    const { account_number: _, ...answers } = TEST_ANSWERS;
    const { id } = newAccount(world);
    const account = handInOnboarding(world, id, answers);
    expect(account.demands).toMatchObject([{ field: 'external_account', deadlineUnix: null }]);
    expect([chargesEnabled(world, account), payoutsEnabled(world, account)]).toEqual([true, false]);
    const added = addBankAccount(world, id, {
      accountNumber: '000123456789',
      routingNumber: '110000000',
      country: 'US',
      currency: 'usd',
      holder: null,
    });
    expect([added.demands, payoutsEnabled(world, added)]).toEqual([[], true]);
  });

  it('without who is responsible lets nobody pay', () => {
    const { first_name: _, ...answers } = TEST_ANSWERS;
    const account = handInOnboarding(world, newAccount(world).id, answers);
    expect(account.demands).toMatchObject([{ field: 'individual.first_name' }]);
    expect(chargesEnabled(world, account)).toBe(false);
  });
});

describe('changing details', () => {
  it('is doubted where it is one of Stripe’s values that are, and settled by a better one', () => {
    const { id } = openAccount(world);
    expect(changeDetails(world, id, { id_number: '111111111' }).demands).toMatchObject([
      { field: 'individual.id_number' },
    ]);
    expect(changeDetails(world, id, { last_name: 'Roe' }).demands).toHaveLength(1);
    expect(changeDetails(world, id, { id_number: '000000000' }).demands).toEqual([]);
  });

  it('is told as a change of the account', () => {
    const { id } = openAccount(world);
    const before = eventsOf(world, id).length;
    changeDetails(world, id, { business_name: 'Anvil & Oak' });
    expect(eventsOf(world, id).slice(before)).toEqual(['account.updated']);
    expect(eventsOf(world, world.platform)).toContain('v2.core.account.updated');
  });
});

describe('changing the bank account', () => {
  it('keeps the one payouts went to, and lets them go to the new one', () => {
    const { id } = openAccount(world);
    const changed = changeBankAccount(world, id, another);
    expect(changed.bankAccounts).toMatchObject([{ last4: '6789' }, { last4: '1116', failsWith: 'no_account' }]);
    expect(defaultBankAccount(changed, 'usd')).toMatchObject({ last4: '1116' });
    expect(bankEvents(id)).toEqual([
      'account.external_account.created',
      'account.external_account.updated',
      'account.external_account.created',
    ]);
  });

  it('takes the place of one that has sent a payout back', () => {
    const { id, bankAccounts } = openAccount(world);
    failBankAccount(world, id, bankAccounts[0]?.id ?? '');
    const changed = changeBankAccount(world, id, another);
    expect(changed.bankAccounts).toMatchObject([{ last4: '1116', status: 'new' }]);
    expect(bankEvents(id).slice(-2)).toEqual(['account.external_account.deleted', 'account.external_account.created']);
    expect(payoutsEnabled(world, changed)).toBe(true);
  });
});
