import { balances } from '../answers/balances.ts';
import { disputesPage } from '../answers/disputes.ts';
import { findFinancialAccount } from '../../world/financial-accounts.ts';
import type { FinancialAccount } from '../../world/state.ts';
import { financialAccountSummary, issuedCards } from '../answers/issuing.ts';
import { documentFile, documentsPage } from '../answers/documents.ts';
import { instantOffer } from '../answers/instant-offer.ts';
import { managementOf } from '../answers/management.ts';
import { noticesOf } from '../answers/notices.ts';
import { onboardingOf } from '../answers/onboarding.ts';
import { findPayment, paymentDetails } from '../answers/payment-details.ts';
import { paymentsPage } from '../answers/payments.ts';
import { balanceReport, payoutReport } from '../answers/reports.ts';
import { payoutDetails, payoutsPage } from '../answers/payouts.ts';
import { taxRegistrations, taxSettings } from '../answers/taxes.ts';
import type { FrameAnswers } from '../frame-data.ts';
import { ACCOUNT_COMPONENTS, admitted, needsSignIn, signedIn } from './admission.ts';
import type { Asked } from './asked.ts';
import { collectionIn } from './collection-in.ts';
import { daysAsked, paymentsAsked, positionOf } from './query.ts';
import { notFound } from './refusal.ts';
import { revisionOf } from './revision.ts';
import { payoutOverview } from '../answers/payout-overview.ts';

/** The components in which a payment can be opened. */
export const PAYMENT_COMPONENTS = ['payments', 'payment_details', 'disputes_list', 'payment_disputes'] as const;

export type Question<Answer> = {
  /** The components that show this; none: every session may ask. */
  readonly components: readonly string[];
  readonly answer: (asked: Asked) => Answer;
};

/** Everything frames can ask. */
export const questions: { readonly [Path in keyof FrameAnswers]: Question<FrameAnswers[Path]> } = {
  payments: {
    components: ['payments'],
    answer: ({ world, account, query }) => paymentsPage(world, account.id, paymentsAsked(world, account.id, query)),
  },
  'payments/:id': {
    components: PAYMENT_COMPONENTS,
    answer: ({ world, account, id, may }) => {
      const payment = findPayment(world, account.id, id);
      if (payment === undefined) throw notFound('no_such_payment');
      const rights = {
        refund: may('refund_management'),
        capture: may('capture_payments'),
        answerDispute: may('dispute_management'),
      };
      return paymentDetails(world, payment, rights);
    },
  },
  balances: {
    components: ['balances', 'payouts'],
    answer: ({ world, account, may }) =>
      balances(world, account, { standard: may('standard_payouts'), instant: may('instant_payouts') }),
  },
  payouts: {
    components: ['payouts', 'payouts_list'],
    answer: ({ world, account, query }) => payoutsPage(world, account, positionOf(world, 'payout', account.id, query)),
  },
  'payouts/:id': {
    components: ['payouts', 'payouts_list', 'payout_details'],
    answer: ({ world, account, id }) => {
      const details = payoutDetails(world, account, id);
      if (details === undefined) throw notFound('no_such_payout');
      return details;
    },
  },
  'payout-overview': {
    components: ['payouts'],
    answer: ({ world, account, may }) =>
      payoutOverview(world, account, { editSchedule: may('edit_payout_schedule'), instant: may('instant_payouts') }),
  },
  'instant-offer': {
    components: ['instant_payouts_promotion'],
    answer: ({ world, account, may }) => ({
      offer: may('instant_payouts') ? instantOffer(world, account, account.defaultCurrency) : null,
    }),
  },
  disputes: {
    components: ['disputes_list'],
    answer: ({ world, account, query }) =>
      disputesPage(world, account.id, positionOf(world, 'dispute', account.id, query)),
  },
  'balance-report': {
    components: ['balance_report'],
    answer: ({ world, account, query }) => balanceReport(world, account, daysAsked(world, query)),
  },
  'payout-report': {
    components: ['payout_reconciliation_report'],
    answer: ({ world, account, query }) => payoutReport(world, account, daysAsked(world, query)),
  },
  documents: {
    components: ['documents'],
    answer: ({ world, account, query }) => documentsPage(world, account, query.get('after')),
  },
  'documents/:id': {
    components: ['documents'],
    answer: ({ world, account, id }) => {
      const file = documentFile(world, account, id);
      if (file === undefined) throw notFound('no_such_document');
      return file;
    },
  },
  'tax-settings': {
    components: ['tax_settings'],
    answer: ({ world, account }) => taxSettings(world, account.id),
  },
  'tax-registrations': {
    components: ['tax_registrations'],
    answer: ({ world, account }) => taxRegistrations(world, account.id),
  },
  'issuing-cards': {
    components: ['issuing_card', 'issuing_cards_list'],
    answer: ({ account, query, may }) =>
      issuedCards(account, query.get('program'), {
        mayManage: may('card_management'),
        mayLimit: may('spend_control_management'),
      }),
  },
  'financial-accounts/:id': {
    components: ['financial_account'],
    answer: (asked) => financialAccountSummary(financialAccountNamed(asked)),
  },
  'financial-accounts/:id/transactions': {
    components: ['financial_account_transactions'],
    answer: (asked) => {
      const { currency, transactions } = financialAccountNamed(asked);
      return { currency, rows: transactions.slice(0, TRANSACTIONS_AT_ONCE) };
    },
  },
  authentication: {
    components: ACCOUNT_COMPONENTS,
    answer: (asked) => ({ needed: needsSignIn(admitted(asked)) }),
  },
  onboarding: {
    components: ACCOUNT_COMPONENTS,
    answer: (asked) => onboardingOf(asked.world, signedIn(asked).account, collectionIn(asked)),
  },
  management: {
    components: ['account_management'],
    answer: (asked) => {
      const { world, account, may } = signedIn(asked);
      return managementOf(world, account, collectionIn(asked), may('external_account_collection'));
    },
  },
  notices: {
    components: ['notification_banner'],
    answer: (asked) => ({ notices: noticesOf(asked.world, asked.account, collectionIn(asked)) }),
  },
  revision: {
    components: [],
    answer: (asked) => ({ revision: revisionOf(asked) }),
  },
};

const TRANSACTIONS_AT_ONCE = 100;

function financialAccountNamed({ account, id }: Asked): FinancialAccount {
  const found = findFinancialAccount(account, id);
  if (found === undefined) throw notFound('no_such_financial_account');
  return found;
}
