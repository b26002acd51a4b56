import { endSession, linkToOnboarding, payOut, payOutInstantly, reschedule } from './account-actions.ts';
import { answerStep, changeBank, changeSection, keepStep, makeBankDefault, startSigningIn } from './account-forms.ts';
import { ACCOUNT_COMPONENTS } from './admission.ts';
import type { Asked } from './asked.ts';
import { freezeCard, limitCard, revealCard } from './issuing-actions.ts';
import { acceptDispute, answerDispute, capture, refund } from './payment-actions.ts';
import { addRegistration, endRegistration, saveTaxSettings } from './tax-actions.ts';
import { PAYMENT_COMPONENTS } from './questions.ts';

export type Action = {
  readonly components: readonly string[];
  /** The feature that the session must have for one of these components. */
  readonly feature?: string;
  readonly run: (asked: Asked) => object;
};

/** Everything frames can do, by path. */
export const actions: Readonly<Record<string, Action>> = {
  'payments/:id/refund': { components: PAYMENT_COMPONENTS, feature: 'refund_management', run: refund },
  'payments/:id/capture': {
    components: ['payments', 'payment_details', 'disputes_list'],
    feature: 'capture_payments',
    run: capture,
  },
  'payments/:id/evidence': { components: PAYMENT_COMPONENTS, feature: 'dispute_management', run: answerDispute },
  'payments/:id/accept-dispute': { components: PAYMENT_COMPONENTS, feature: 'dispute_management', run: acceptDispute },
  payouts: { components: ['balances', 'payouts'], feature: 'standard_payouts', run: payOut },
  'instant-payouts': {
    components: ['balances', 'payouts', 'instant_payouts_promotion'],
    feature: 'instant_payouts',
    run: payOutInstantly,
  },
  'payout-schedule': { components: ['payouts', 'balances'], feature: 'edit_payout_schedule', run: reschedule },
  'tax-settings': { components: ['tax_settings'], run: saveTaxSettings },
  'tax-registrations': { components: ['tax_registrations'], run: addRegistration },
  'tax-registrations/:id/expire': { components: ['tax_registrations'], run: endRegistration },
  'issuing-cards/:id/status': {
    components: ['issuing_card', 'issuing_cards_list'],
    feature: 'card_management',
    run: freezeCard,
  },
  'issuing-cards/:id/limit': {
    components: ['issuing_card', 'issuing_cards_list'],
    feature: 'spend_control_management',
    run: limitCard,
  },
  'issuing-cards/:id/reveal': { components: ['issuing_card', 'issuing_cards_list'], run: revealCard },
  'onboarding-link': { components: ['notification_banner'], run: linkToOnboarding },
  'sign-in': { components: ACCOUNT_COMPONENTS, run: startSigningIn },
  'onboarding/:id': { components: ACCOUNT_COMPONENTS, run: answerStep },
  'onboarding/:id/keep': { components: ACCOUNT_COMPONENTS, run: keepStep },
  'management/:id': { components: ['account_management'], run: changeSection },
  'bank-account': { components: ['account_management'], feature: 'external_account_collection', run: changeBank },
  'bank-account/:id/default': {
    components: ['account_management'],
    feature: 'external_account_collection',
    run: makeBankDefault,
  },
  'session/end': { components: [], run: endSession },
};
