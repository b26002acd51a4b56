import { arrangePayoutFailure } from '../world/arrangements.ts';
import { changeAccount } from '../world/accounts.ts';
import { expireAccountSessions } from '../world/account-sessions.ts';
import { addBankAccount, type NewBankAccount } from '../world/bank-accounts.ts';
import { payCheckoutSession } from '../world/checkout.ts';
import { operations } from '../api/index.ts';
import { closeDispute, escalateInquiry, offerAppeal, openDispute } from '../world/disputes.ts';
import {
  addFinancialTransaction,
  type NewFinancialTransaction,
  openFinancialAccount,
} from '../world/financial-accounts.ts';
import { issueCard, type NewIssuingCard } from '../world/issuing-cards.ts';
import { addDebitCard } from '../world/payout-destinations.ts';
import { tellConnection } from '../world/connection.ts';
import { arrangeNextPayment, type NextPayment } from '../world/next-payment.ts';
import { handInOnboarding } from '../world/onboarding.ts';
import { catchUp, type Happening } from '../world/passing-time.ts';
import { createRestrictedKey } from '../world/restricted-keys.ts';
import type { Account, NewDispute } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { permissionFor } from '../wire/permissions.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import type { Faults } from './faults.ts';
import { TEST_ANSWERS } from './test-answers.ts';
import type { Recorder } from './requests.ts';

/** The states an account can be put into. */
export type AccountState = 'ready' | 'more_needed' | 'in_review' | 'restricted' | 'rejected';

/** What may become of a dispute without the seller. */
export type DisputeMove = 'win' | 'lose' | 'escalate' | 'appeal';

const DISPUTE_MOVES: Readonly<Record<DisputeMove, (world: World, id: string) => unknown>> = {
  win: (world, id) => closeDispute(world, id, 'won'),
  lose: (world, id) => closeDispute(world, id, 'lost'),
  escalate: escalateInquiry,
  appeal: offerAppeal,
};

/** What a test or a developer may do to the world. */
export interface Control {
  readonly requests: Recorder['requests'];
  readonly clearRequests: Recorder['clear'];
  readonly fault: Faults['add'];
  readonly clearFaults: Faults['clear'];
  /** Lets time pass, with everything it brings about. */
  advanceClock(ms: number): void;
  /** Moves the clock to a moment; into the past nothing happens on the way. */
  setClock(to: Date): void;
  expireAccountSessions(): void;
  setAccountState(account: string, state: AccountState): void;
  /** Does what a seller does on the hosted pages, with Stripe's test data. */
  completeOnboarding(account: string, answers?: Account['answers']): void;
  addBankAccount(account: string, bank: NewBankAccount): void;
  /** Adds one of Stripe's test debit cards for payouts. */
  addDebitCard(account: string, number: string): void;
  /** Issues a card to somebody of the account, and returns its id. */
  issueCard(account: string, card: NewIssuingCard): string;
  /** Opens a financial account, and returns its id. */
  openFinancialAccount(account: string, nickname?: string): string;
  addFinancialTransaction(account: string, financialAccount: string, transaction: NewFinancialTransaction): void;
  /** The platform's access to the account ends. */
  deauthorize(account: string): void;
  /** The seller lets the platform in again. */
  authorize(account: string): void;
  /** Does what a customer does at Checkout. */
  payCheckoutSession(
    session: string,
    card?: { readonly number?: string; readonly email?: string; readonly name?: string },
  ): ReturnType<typeof payCheckoutSession>;
  /**
   * Makes a key that may do some things only, by Stripe's names such as `rak_account_session_write`.
   *
   * @throws {StripeError} for a permission that no operation takes.
   */
  createRestrictedKey(permissions: readonly string[]): string;
  openDispute(charge: string, wish?: NewDispute): void;
  /** Does what the customer's bank, or Stripe, may do with a dispute that is there. */
  moveDispute(dispute: string, what: DisputeMove): void;
  failNextPayout(account: string, code?: string): void;
  /** Decides what the next payment comes to: that of an account, or anybody's. The detail is a code, or a reason. */
  arrangeNextPayment(what: NextPayment, options?: Parameters<typeof arrangeNextPayment>[2]): void;
  pauseWebhooks(): void;
  resumeWebhooks(): void;
  duplicateWebhooks(times: number): void;
  shuffleWebhooks(on: boolean): void;
  deliveriesSettled(): Promise<void>;
}

interface Parts {
  readonly world: World;
  readonly happenings: readonly Happening[];
  readonly recorder: Recorder;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
}

const DAY_SECONDS = 86_400;

export function createControl({ world, happenings, recorder, faults, deliveries }: Parts): Control {
  const { store, clock } = world;
  const whole = <T>(work: () => T): T => store.transaction(work);
  const states: Readonly<Record<AccountState, () => Partial<Account>>> = {
    ready: () => ({ demands: [], underReview: false, rejection: null, submittedUnix: clock.nowUnix() }),
    more_needed: () => ({
      demands: [
        { field: 'individual.verification.document', deadlineUnix: clock.nowUnix() + 14 * DAY_SECONDS, problem: null },
      ],
      underReview: false,
      rejection: null,
    }),
    in_review: () => ({ demands: [], underReview: true, rejection: null, submittedUnix: clock.nowUnix() }),
    restricted: () => ({
      demands: [{ field: 'individual.verification.document', deadlineUnix: clock.nowUnix() - 1, problem: null }],
      underReview: false,
      rejection: null,
      submittedUnix: clock.nowUnix(),
    }),
    rejected: () => ({ demands: [], underReview: false, rejection: 'other', submittedUnix: clock.nowUnix() }),
  };
  return {
    requests: recorder.requests,
    clearRequests: recorder.clear,
    fault: faults.add,
    clearFaults: faults.clear,
    advanceClock: (ms) => {
      clock.set(clock.nowMs() + ms);
      catchUp(world, happenings);
    },
    setClock: (to) => {
      clock.set(to.getTime());
      catchUp(world, happenings);
    },
    expireAccountSessions: () => {
      whole(() => {
        expireAccountSessions(world);
      });
    },
    setAccountState: (account, state) => {
      whole(() => changeAccount(world, account, states[state]()));
    },
    completeOnboarding: (account, answers = {}) => {
      whole(() => handInOnboarding(world, account, { ...TEST_ANSWERS, ...answers }));
    },
    addBankAccount: (account, bank) => {
      whole(() => addBankAccount(world, account, bank));
    },
    addDebitCard: (account, number) => {
      whole(() => addDebitCard(world, account, number));
    },
    issueCard: (account, card) => whole(() => issueCard(world, account, card).id),
    openFinancialAccount: (account, nickname) => whole(() => openFinancialAccount(world, account, nickname).id),
    addFinancialTransaction: (account, financialAccount, transaction) => {
      whole(() => {
        addFinancialTransaction(world, account, financialAccount, transaction);
      });
    },
    deauthorize: (account) => {
      whole(() => {
        tellConnection(world, account, 'deauthorized');
        store.update('account', account, { deauthorized: true });
      });
    },
    authorize: (account) => {
      whole(() => {
        store.update('account', account, { deauthorized: false });
        tellConnection(world, account, 'authorized');
      });
    },
    payCheckoutSession: (
      session,
      { number = '4242424242424242', email = 'customer@example.com', name = 'Test Customer' } = {},
    ) =>
      whole(() => payCheckoutSession(world, session, { number, email, name, expMonth: 12, expYear: 2034, cvc: '123' })),
    createRestrictedKey: (permissions) => {
      requirePermissions(permissions);
      return createRestrictedKey(world, permissions).key;
    },
    openDispute: (charge, wish = {}) => {
      whole(() => openDispute(world, charge, wish));
    },
    moveDispute: (dispute, what) => {
      whole(() => DISPUTE_MOVES[what](world, dispute));
    },
    failNextPayout: (account, code = 'account_closed') => {
      arrangePayoutFailure(world, account, code);
    },
    arrangeNextPayment: (what, options) => {
      arrangeNextPayment(world, what, options);
    },
    pauseWebhooks: deliveries.pause,
    resumeWebhooks: deliveries.resume,
    duplicateWebhooks: deliveries.duplicate,
    shuffleWebhooks: deliveries.shuffle,
    deliveriesSettled: deliveries.settled,
  };
}

function requirePermissions(permissions: readonly string[]): void {
  const known = new Set(operations.map(permissionFor));
  const unknown = permissions.find((name) => !known.has(name));
  if (unknown === undefined) return;
  const names = [...known].toSorted().join(', ');
  throw invalidParam(`No operation takes the permission '${unknown}'. There are: ${names}`, 'permissions');
}
