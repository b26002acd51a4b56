import type { Card, Check, NewDispute } from './state.ts';

/** A "no" of the customer's bank. */
export interface Decline {
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
  /** What of the card is wrong. */
  readonly param?: string;
}

/** What becomes of a payment with a test card; without any of this it just succeeds. */
export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly country: string;
  readonly funding: Card['funding'];
  /** The ends of the tokens `pm_card_…` and `tok_…` that stand for it. */
  readonly tokens: readonly string[];
  readonly declines?: Decline;
  /** It can be kept for a customer all the same. */
  readonly declinesOnlyCharges?: true;
  /** The bank asks the customer first. */
  readonly asksCustomer?: true;
  /** Stopped by Radar, or let through with this risk. */
  readonly risk?: 'blocked' | 'highest' | 'elevated';
  readonly disputed?: NewDispute;
  /** The bank warns of fraud without asking for the money back. */
  readonly warnsOfFraud?: true;
  readonly refunds?: 'pending' | 'fail';
  /** The bank answers only a day later, as with debits from bank accounts. */
  readonly confirmsLater?: 'succeeds' | 'fails';
  /** Its money is available at once. */
  readonly bypassesPending?: true;
  /** The security code is wrong: told in the charge's checks, or a reason to decline. */
  readonly cvcFails?: 'checked' | 'declined';
  /** What the bank says of the address; without it, that it is right. */
  readonly address?: { readonly line1: Check; readonly postalCode: Check };
  /** What Stripe wants of the account that was paid. */
  readonly makesStripe?: 'ask_more' | 'block_charges' | 'block_payouts';
}

/** What a payment may be told to come to, whatever its card does. */
export type PaymentTraits = Partial<Pick<TestCard, 'declines' | 'disputed' | 'makesStripe' | 'warnsOfFraud'>> & {
  /** Then the account's next payout fails too, with this code. */
  readonly failsPayout?: string;
};

/** Something a test has arranged for the next payment of an account, or of anybody. */
export interface ArrangedPayment {
  readonly account: string | null;
  readonly traits: PaymentTraits;
}

const NOT_GIVEN = 'Your card was declined.';
const generic: Decline = { code: 'card_declined', declineCode: 'generic_decline', message: NOT_GIVEN };
const fundless: Decline = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};

function decline(code: string, declineCode: string | null, message = NOT_GIVEN): Decline {
  return { code, declineCode, message };
}

type Row = readonly [number: string, tokens: string, Partial<Omit<TestCard, 'number' | 'tokens'>>];

/** @see https://docs.stripe.com/testing */
const ROWS: readonly Row[] = [
  ['4242424242424242', 'visa us threeDSecureOptional', {}],
  ['4000056655665556', 'visa_debit', { funding: 'debit' }],
  ['5555555555554444', 'mastercard', { brand: 'mastercard' }],
  ['2223003122003222', '', { brand: 'mastercard' }],
  ['5200828282828210', 'mastercard_debit', { brand: 'mastercard', funding: 'debit' }],
  ['5105105105105100', 'mastercard_prepaid', { brand: 'mastercard', funding: 'prepaid' }],
  ['378282246310005', 'amex', { brand: 'amex' }],
  ['371449635398431', '', { brand: 'amex' }],
  ['6011111111111117', 'discover', { brand: 'discover' }],
  ['3056930009020004', 'diners', { brand: 'diners' }],
  ['3566002020360505', 'jcb', { brand: 'jcb', country: 'JP' }],
  ['6200000000000005', 'unionpay', { brand: 'unionpay', country: 'CN' }],
  ['4000002760000016', 'de', { country: 'DE' }],
  ['4000002500000003', 'fr', { country: 'FR' }],
  ['4000008260000000', 'gb', { country: 'GB' }],
  ['4000003920000003', 'jp', { country: 'JP' }],

  ['4000000000000002', 'visa_chargeDeclined chargeDeclined', { declines: generic }],
  ['4000000000009995', 'visa_chargeDeclinedInsufficientFunds chargeDeclinedInsufficientFunds', { declines: fundless }],
  [
    '4000000000009987',
    'visa_chargeDeclinedLostCard chargeDeclinedLostCard',
    { declines: decline('card_declined', 'lost_card') },
  ],
  [
    '4000000000009979',
    'visa_chargeDeclinedStolenCard chargeDeclinedStolenCard',
    { declines: decline('card_declined', 'stolen_card') },
  ],
  [
    '4000000000000069',
    'chargeDeclinedExpiredCard',
    { declines: { ...decline('expired_card', null, 'Your card has expired.'), param: 'exp_month' } },
  ],
  ['4000000000000127', 'chargeDeclinedIncorrectCvc', { cvcFails: 'declined' }],
  [
    '4000000000000119',
    'chargeDeclinedProcessingError',
    {
      declines: decline(
        'processing_error',
        null,
        'An error occurred while processing your card. Try again in a little bit.',
      ),
    },
  ],
  [
    '4000000000006975',
    'visa_chargeDeclinedVelocityLimitExceeded chargeDeclinedVelocityLimitExceeded',
    {
      declines: decline(
        'card_declined',
        'card_velocity_exceeded',
        'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
      ),
    },
  ],
  ['4000000000000341', 'chargeCustomerFail', { declines: generic, declinesOnlyCharges: true }],

  ['4100000000000019', 'radarBlock', { risk: 'blocked' }],
  ['4000000000004954', 'riskLevelHighest', { risk: 'highest' }],
  ['4000000000009235', 'riskLevelElevated', { risk: 'elevated' }],

  ['4000000000000101', 'cvcCheckFail', { cvcFails: 'checked' }],
  ['4000000000000010', 'avsFail', { address: { line1: 'fail', postalCode: 'fail' } }],
  ['4000000000000028', 'avsLine1Fail', { address: { line1: 'fail', postalCode: 'pass' } }],
  ['4000000000000036', 'avsZipFail', { address: { line1: 'pass', postalCode: 'fail' } }],
  ['4000000000000044', 'avsUnchecked', { address: { line1: 'unavailable', postalCode: 'unavailable' } }],

  ['4000000000000259', 'createDispute', { disputed: { reason: 'fraudulent' } }],
  ['4000000000002685', 'createDisputeProductNotReceived', { disputed: { reason: 'product_not_received' } }],
  ['4000000000001976', 'createDisputeInquiry', { disputed: { reason: 'fraudulent', inquiry: true } }],
  ['4000000404000079', 'createMultipleDisputes', { disputed: { reason: 'fraudulent', parts: 2 } }],
  ['4000000404000038', 'createCe3EligibleDispute', { disputed: { program: 'visa_compelling_evidence_3' } }],
  ['4000008400000779', 'createComplianceDispute', { disputed: { reason: 'noncompliant', program: 'visa_compliance' } }],
  [
    '5105008400000002',
    'mastercard_createComplianceDispute',
    { brand: 'mastercard', disputed: { reason: 'noncompliant', program: 'mastercard_compliance' } },
  ],
  ['4000000001000043', 'createSmartDispute', { disputed: { reason: 'product_not_received', smart: true } }],

  ['4000000000005423', 'createIssuerFraudRecord', { warnsOfFraud: true }],

  ['4000000000007726', 'pendingRefund', { refunds: 'pending' }],
  ['4000000000005126', 'refundFail', { refunds: 'fail' }],

  // The emulator's own: Stripe has no cards whose payments take a day, but other methods of payment do.
  ['4000009990000013', 'confirmsLater', { confirmsLater: 'succeeds' }],
  ['4000009990000021', 'confirmsLaterFails', { confirmsLater: 'fails' }],

  ['4000000000000077', 'bypassPending', { bypassesPending: true }],
  ['4000003720000278', 'bypassPendingInternational', { bypassesPending: true, country: 'IE' }],

  ['4000000000004202', 'visa_triggerNextRequirements', { makesStripe: 'ask_more' }],
  ['4000000000004210', 'visa_triggerChargeBlock', { makesStripe: 'block_charges' }],
  ['4000000000004236', 'visa_triggerPayoutBlock', { makesStripe: 'block_payouts' }],

  ['4000002500003155', 'authenticationRequiredOnSetup', { asksCustomer: true, country: 'FR' }],
  ['4000002760003184', 'authenticationRequired', { asksCustomer: true, country: 'DE' }],
  ['4000003800000446', 'authenticationRequiredSetupForOffSession', { asksCustomer: true, country: 'IT' }],
  [
    '4000008260003178',
    'authenticationRequiredChargeDeclinedInsufficientFunds',
    { asksCustomer: true, country: 'GB', declines: fundless },
  ],
  ['4000000000003220', 'threeDSecure2Required', { asksCustomer: true }],
  ['4000008400000027', 'threeDSecureRequired', { asksCustomer: true }],
  ['4000008400001629', 'threeDSecureRequiredChargeDeclined', { asksCustomer: true, declines: generic }],
  ['4000008400001280', 'threeDSecureRequiredProcessingError', { declines: generic }],
  ['4000000000003055', 'threeDSecureOptionalSupported', {}],
  ['4000000032200000', 'threeDSecureFrictionless', {}],
];

const CARDS: readonly TestCard[] = ROWS.map(([number, tokens, traits]) => ({
  number,
  tokens: tokens.split(' '),
  brand: 'visa',
  country: 'US',
  funding: 'credit',
  ...traits,
}));

const BY_NUMBER = new Map(CARDS.map((card) => [card.number, card]));
const BY_TOKEN = new Map(CARDS.flatMap((card) => card.tokens.map((token) => [token, card])));

/** Finds a test card by its number; spaces do not matter. */
export function findTestCard(number: string): TestCard | undefined {
  return BY_NUMBER.get(number.replaceAll(/\D/gu, ''));
}

/** Finds the test card that a token stands for, for example `pm_card_visa` or `tok_visa`. */
export function cardOfToken(token: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(.+)$/u.exec(token)?.[1];
  return name === undefined ? undefined : BY_TOKEN.get(name);
}

/** Returns the "no" of a test card by its code or decline code; any other code is a plain "no" with that reason. */
export function declineNamed(code: string): Decline {
  const known = CARDS.map(({ declines }) => declines).find(
    (answer) => answer !== undefined && (answer.declineCode ?? answer.code) === code,
  );
  if (known !== undefined) return known;
  return code === WRONG_CVC.code ? WRONG_CVC : decline('card_declined', code);
}

/** What a bank answers to a security code that is wrong. */
export const WRONG_CVC: Decline = {
  code: 'incorrect_cvc',
  declineCode: null,
  message: "Your card's security code is incorrect.",
  param: 'cvc',
};

/** What a bank answers that would ask the customer, when there is none to be asked. */
export const NOBODY_TO_ASK: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The same where the platform said that it cannot let the customer be asked; Stripe makes no charge then. */
export const NOT_HANDLED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_not_handled',
  message:
    "This payment required an authentication action to complete, but `error_on_requires_action` was set. When you're ready, you can upgrade your integration to handle actions at https://stripe.com/docs/payments/payment-intents/upgrade-to-handle-actions.",
};
