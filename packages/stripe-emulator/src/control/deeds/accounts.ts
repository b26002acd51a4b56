import { expireAccountSessions } from '../../world/account-sessions.ts';
import { changeAccount } from '../../world/accounts.ts';
import { addBankAccount, type NewBankAccount } from '../../world/bank-accounts.ts';
import { openRequirement, reachThreshold } from '../../world/connect-triggers.ts';
import { tellConnection } from '../../world/connection.ts';
import { DEMAND_KINDS, type DemandKind } from '../../world/demands.ts';
import { handInOnboarding } from '../../world/onboarding.ts';
import { addDebitCard } from '../../world/payout-destinations.ts';
import type { Account } from '../../world/state.ts';
import { given } from '../../wire/given.ts';
import { integer, oneOf, record, required, text } from '../../wire/params.ts';
import { ACCOUNT_STATES, type AccountState, changeInto } from '../account-states.ts';
import { deed } from '../deed.ts';
import { testAnswersWith } from '../test-answers.ts';

const account = required(text());

/** What may be done to an account, and to what it is paid out to. */
export const accountDeeds = {
  /** Does what a seller does on the hosted pages, with Stripe's test data. */
  completeOnboarding: deed(
    { account, business_type: oneOf('individual', 'company', 'non_profit'), answers: record(text()) },
    ({ world }) =>
      (id: string, answers: Account['answers'] = {}): void => {
        const told = { ...world.store.get('account', id).answers, ...answers };
        world.store.transaction(() => handInOnboarding(world, id, { ...testAnswersWith(told), ...answers }));
      },
    (complete, { account: id, answers, ...kind }) => {
      complete(id, { ...answers, ...given(kind) });
    },
  ),
  setAccountState: deed(
    { account, state: required(oneOf(...ACCOUNT_STATES)) },
    ({ world }) =>
      (id: string, state: AccountState): void => {
        world.store.transaction(() => changeAccount(world, id, changeInto(state, world)));
      },
    (set, { account: id, state }) => {
      set(id, state);
    },
  ),
  /** Lets Stripe want something of an account: a document by a deadline of two weeks, unless told. */
  openRequirement: deed(
    { account, kind: required(oneOf(...DEMAND_KINDS)), field: text(), days: integer({ min: 1, max: 365 }) },
    ({ world }) =>
      (id: string, kind: DemandKind, wish?: Parameters<typeof openRequirement>[3]): void => {
        world.store.transaction(() => openRequirement(world, id, kind, wish));
      },
    (open, { account: id, kind, ...wish }) => {
      open(id, kind, wish);
    },
  ),
  /** Lets an account grow so far that what it has to tell eventually is due by a deadline. */
  reachThreshold: deed(
    { account },
    ({ world }) =>
      (id: string): void => {
        world.store.transaction(() => reachThreshold(world, id));
      },
    (reach, { account: id }) => {
      reach(id);
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
          if (world.store.get('account', id).deauthorized) return;
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
          if (!world.store.get('account', id).deauthorized) return;
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
