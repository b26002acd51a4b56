import { given } from '../wire/given.ts';
import { bool, integer, oneOf, type ParamsOf, type ParamTable, readParams, required, text } from '../wire/params.ts';
import { DEMAND_KINDS } from '../world/demands.ts';
import { nextPaymentNames } from '../world/next-payment.ts';
import { ACCOUNT_STATES, type Control } from './control.ts';

interface Deed<Table extends ParamTable> {
  readonly params: Table;
  readonly run: (control: Control, params: ParamsOf<Table>) => unknown;
}

function deed<const Table extends ParamTable>(params: Table, run: Deed<Table>['run']): Deed<ParamTable> {
  // The parameters are read by this very table before `run` is called.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { params, run } as unknown as Deed<ParamTable>;
}

const account = required(text());

/** What may be done to the world over HTTP: `POST /_emulator/<name>` with JSON. */
const DEEDS: Readonly<Record<string, Deed<ParamTable>>> = {
  'advance-clock': deed({ seconds: required(integer({ min: 0 })) }, (control, { seconds }) => {
    control.advanceClock(seconds * 1000);
  }),
  'complete-onboarding': deed(
    { account, business_type: oneOf('individual', 'company', 'non_profit') },
    (control, { account: of, ...answers }) => {
      control.completeOnboarding(of, given(answers));
    },
  ),
  'set-account-state': deed({ account, state: required(oneOf(...ACCOUNT_STATES)) }, (control, params) => {
    control.setAccountState(params.account, params.state);
  }),
  'open-requirement': deed(
    { account, kind: required(oneOf(...DEMAND_KINDS)), field: text(), days: integer({ min: 1, max: 365 }) },
    (control, { account: of, kind, ...wish }) => {
      control.openRequirement(of, kind, wish);
    },
  ),
  'reach-threshold': deed({ account }, (control, params) => {
    control.reachThreshold(params.account);
  }),
  'add-debit-card': deed({ account, number: required(text()) }, (control, params) => {
    control.addDebitCard(params.account, params.number);
  }),
  'issue-card': deed(
    { account, cardholder: required(text()), type: oneOf('physical', 'virtual'), program: text() },
    (control, { account: owner, ...card }) => {
      control.issueCard(owner, card);
    },
  ),
  'open-financial-account': deed({ account, nickname: text() }, (control, params) => {
    control.openFinancialAccount(params.account, params.nickname);
  }),
  'add-financial-transaction': deed(
    {
      account,
      financial_account: required(text()),
      amount: required(integer()),
      description: required(text()),
      status: oneOf('open', 'posted', 'void'),
    },
    (control, { account: owner, financial_account: to, amount, description, status = 'posted' }) => {
      control.addFinancialTransaction(owner, to, { amount, description, status });
    },
  ),
  deauthorize: deed({ account }, (control, params) => {
    control.deauthorize(params.account);
  }),
  authorize: deed({ account }, (control, params) => {
    control.authorize(params.account);
  }),
  'expire-account-sessions': deed({}, (control) => {
    control.expireAccountSessions();
  }),
  'create-restricted-key': deed({ permissions: required(text()) }, (control, { permissions }) =>
    control.createRestrictedKey(permissions.split(/[\s,]+/u).filter((name) => name !== '')),
  ),
  'open-dispute': deed(
    {
      charge: required(text()),
      reason: text(),
      kind: oneOf('dispute', 'inquiry', 'prevented', 'several'),
    },
    (control, { charge, reason, kind }) => {
      const parts = kind === 'several' ? 2 : 1;
      control.openDispute(charge, { reason, inquiry: kind === 'inquiry', prevented: kind === 'prevented', parts });
    },
  ),
  'move-dispute': deed(
    { dispute: required(text()), what: required(oneOf('win', 'lose', 'escalate', 'appeal')) },
    (control, { dispute, what }) => {
      control.moveDispute(dispute, what);
    },
  ),
  'fail-next-payout': deed({ account, code: text() }, (control, params) => {
    control.failNextPayout(params.account, params.code);
  }),
  'next-payment': deed(
    {
      what: required(oneOf(...nextPaymentNames)),
      account: text(),
      detail: text(),
    },
    (control, { what, ...options }) => {
      control.arrangeNextPayment(what, options);
    },
  ),
  fault: deed(
    {
      kind: required(oneOf('status', 'hang', 'reset', 'lost_answer', 'slow')),
      path: required(text()),
      method: oneOf('GET', 'POST', 'DELETE'),
      times: integer({ min: 1 }),
      status: integer({ min: 400, max: 599 }),
      delayMs: integer({ min: 0, max: 120_000 }),
      reason: oneOf('global-rate', 'endpoint-rate', 'global-concurrency', 'endpoint-concurrency', 'resource-specific'),
    },
    (control, { kind, path, reason, ...rest }) => {
      const headers = reason === undefined ? {} : { 'stripe-rate-limited-reason': reason };
      control.fault({ kind, path, headers, ...given(rest) });
    },
  ),
  'clear-faults': deed({}, (control) => {
    control.clearFaults();
  }),
  webhooks: deed(
    { paused: bool(), times: integer({ min: 1, max: 5 }), shuffled: bool() },
    (control, { paused, times, shuffled }) => {
      if (times !== undefined) control.duplicateWebhooks(times);
      if (shuffled !== undefined) control.shuffleWebhooks(shuffled);
      if (paused === true) control.pauseWebhooks();
      if (paused === false) control.resumeWebhooks();
    },
  ),
};

interface DeedDone {
  readonly done: string;
  /** What was made, where something was. */
  readonly result?: unknown;
}

/** The names of everything that may be done. */
export const deedNames: readonly string[] = Object.keys(DEEDS);

/**
 * Does what was asked for. Returns what came of it; undefined when there is no such deed.
 *
 * @throws {StripeError} when a parameter is missing or wrong.
 */
export function doDeed(
  control: Control,
  name: string,
  params: Readonly<Record<string, unknown>>,
): DeedDone | undefined {
  const found = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  if (found === undefined) return undefined;
  const result = found.run(control, readParams(found.params, params));
  return { done: name, ...(result !== undefined && { result }) };
}
