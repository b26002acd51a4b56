import { expireAccountSessions } from '../../world/account-sessions.ts';
import { changeAccount } from '../../world/accounts.ts';
import { addBankAccount, type NewBankAccount } from '../../world/bank-accounts.ts';
import { tellConnection } from '../../world/connection.ts';
import { handInOnboarding } from '../../world/onboarding.ts';
import { addDebitCard } from '../../world/payout-destinations.ts';
import type { Account } from '../../world/state.ts';
import { oneOf, record, required, text } from '../../wire/params.ts';
import { ACCOUNT_STATES, type AccountState } from '../account-states.ts';
import { deed } from '../deed.ts';
import { TEST_ANSWERS } from '../test-answers.ts';

const account = required(text());

/** What may be done to an account, and to what it is paid out to. */
export const accountDeeds = {
  /** Does what a seller does on the hosted pages, with Stripe's test data. */
  completeOnboarding: deed(
    { account, answers: record(text()) },
    ({ world }) =>
      (id: string, answers: Account['answers'] = {}): void => {
        world.store.transaction(() => handInOnboarding(world, id, { ...TEST_ANSWERS, ...answers }));
      },
    (complete, { account: id, answers }) => {
      complete(id, answers);
    },
  ),
  setAccountState: deed(
    { account, state: required(oneOf('ready', 'more_needed', 'in_review', 'restricted', 'rejected')) },
    ({ world }) =>
      (id: string, state: AccountState): void => {
        world.store.transaction(() => changeAccount(world, id, ACCOUNT_STATES[state](world.clock.nowUnix())));
      },
    (set, { account: id, state }) => {
      set(id, state);
    },
  ),
  addBankAccount: deed(
    {
      account,
      account_number: required(text()),
      routing_number: required(text()),
      country: required(text()),
      currency: required(text()),
      holder: text(),
    },
    ({ world }) =>
      (id: string, bank: NewBankAccount): void => {
        world.store.transaction(() => addBankAccount(world, id, bank));
      },
    (add, { account: id, account_number: accountNumber, routing_number: routingNumber, holder = null, ...place }) => {
      add(id, { ...place, accountNumber, routingNumber, holder });
    },
  ),
  /** Adds one of Stripe's test debit cards for payouts. */
  addDebitCard: deed(
    { account, number: required(text()) },
    ({ world }) =>
      (id: string, number: string): void => {
        world.store.transaction(() => addDebitCard(world, id, number));
      },
    (add, { account: id, number }) => {
      add(id, number);
    },
  ),
  /** The platform's access to the account ends. */
  deauthorize: deed(
    { account },
    ({ world }) =>
      (id: string): void => {
        world.store.transaction(() => {
          tellConnection(world, id, 'deauthorized');
          world.store.update('account', id, { deauthorized: true });
        });
      },
    (deauthorize, { account: id }) => {
      deauthorize(id);
    },
  ),
  /** The seller lets the platform in again. */
  authorize: deed(
    { account },
    ({ world }) =>
      (id: string): void => {
        world.store.transaction(() => {
          world.store.update('account', id, { deauthorized: false });
          tellConnection(world, id, 'authorized');
        });
      },
    (authorize, { account: id }) => {
      authorize(id);
    },
  ),
  expireAccountSessions: deed(
    {},
    ({ world }) =>
      (): void => {
        world.store.transaction(() => {
          expireAccountSessions(world);
        });
      },
    (expire) => {
      expire();
    },
  ),
};
