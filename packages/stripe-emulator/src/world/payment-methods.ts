import { invalidRequest } from '../wire/stripe-error.ts';
import { cardTypedWrong } from './payment-errors.ts';
import type { Billing, Card, Metadata, PaymentMethod } from './state.ts';
import { cardOfToken, type Decline, findTestCard, type TestCard, WRONG_CVC } from './test-cards.ts';
import { born, type World } from './world.ts';

export interface NewCard {
  readonly number: string;
  readonly expMonth: number;
  /** Two digits mean this century. */
  readonly expYear: number;
  readonly cvc?: string | undefined;
  readonly billing?: Billing;
  readonly metadata?: Metadata;
}

const NOBODY: Billing = { name: null, email: null };

/**
 * Keeps a card that was typed in.
 *
 * @throws {StripeError} 402 for a number, date or security code that no card has.
 */
export function createPaymentMethod(world: World, account: string, typed: NewCard): PaymentMethod {
  return keep(world, account, {
    card: checkedCard(world, typed),
    billing: typed.billing ?? NOBODY,
    metadata: typed.metadata ?? {},
  });
}

/**
 * Reads a card that was typed in.
 *
 * @throws {StripeError} 402 for a number, date or security code that no card has.
 */
export function checkedCard(world: World, typed: Omit<NewCard, 'billing' | 'metadata'>): Card {
  const number = typed.number.replaceAll(/\D/gu, '');
  const expYear = typed.expYear < 100 ? 2000 + typed.expYear : typed.expYear;
  requirePlausible(world, { ...typed, number, expYear });
  const card = findTestCard(number) ?? { ...UNKNOWN, number };
  return { ...cardOf(card, typed.cvc !== undefined), expMonth: typed.expMonth, expYear };
}

/** Keeps a card that is known already, for example from a token. */
export function keepCard(world: World, account: string, card: Card, billing: Billing, metadata: Metadata) {
  return keep(world, account, { card, billing, metadata });
}

/** Keeps the card that a token such as `pm_card_visa` or `tok_visa` stands for; undefined when it is no token. */
export function createPaymentMethodOfToken(
  world: World,
  account: string,
  token: string,
  billing: Billing = NOBODY,
  metadata: Metadata = {},
): PaymentMethod | undefined {
  const card = cardOfToken(token);
  if (card === undefined) return undefined;
  const expYear = new Date(world.clock.nowMs()).getUTCFullYear() + 1;
  return keep(world, account, { card: { ...cardOf(card, true), expMonth: 12, expYear }, billing, metadata });
}

/**
 * Returns the payment method that a request names: one of the account's own, or the card of a token.
 *
 * @throws {StripeError} resource_missing
 */
export function paymentMethodNamed(world: World, account: string, name: string): PaymentMethod {
  const known = world.store.find('payment_method', name);
  if (known?.account === account) return known;
  const made = createPaymentMethodOfToken(world, account, name);
  if (made !== undefined) return made;
  throw invalidRequest(`No such PaymentMethod: '${name}'`, { code: 'resource_missing', param: 'payment_method' });
}

/** Says what Stripe's test data lets happen with a card. */
export function behaviourOf(card: Card): TestCard {
  return findTestCard(card.number) ?? { ...UNKNOWN, number: card.number };
}

/** What a bank answers when a card is only to be kept for a customer; undefined when it has nothing against it. */
export function refusalToKeep(card: Card): Decline | undefined {
  const { asksCustomer, cvcFails, declines, declinesOnlyCharges } = behaviourOf(card);
  if (card.cvcCheck === 'fail' && cvcFails === 'declined') return WRONG_CVC;
  return declinesOnlyCharges === true || asksCustomer === true ? undefined : declines;
}

const UNKNOWN: Omit<TestCard, 'number'> = {
  brand: 'visa',
  country: 'US',
  funding: 'credit',
  tokens: [],
  declines: {
    code: 'card_declined',
    declineCode: 'test_mode_live_card',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  },
};

function keep(world: World, account: string, rest: Pick<PaymentMethod, 'billing' | 'card' | 'metadata'>) {
  return world.store.insert('payment_method', { ...born(world, 'pm', account), ...rest });
}

function cardOf(test: TestCard, withCvc: boolean): Omit<Card, 'expMonth' | 'expYear'> {
  const { address, brand, country, funding, number } = test;
  const cvcCheck = withCvc ? (test.cvcFails === undefined ? 'pass' : 'fail') : null;
  return {
    brand,
    country,
    funding,
    number,
    last4: number.slice(-4),
    cvcCheck,
    line1Check: address?.line1 ?? null,
    postalCodeCheck: address?.postalCode ?? null,
  };
}

function requirePlausible(world: World, { number, expMonth, expYear, cvc }: NewCard): void {
  if (!isCardNumber(number)) throw cardTypedWrong('incorrect_number', 'Your card number is incorrect.', 'number');
  const now = new Date(world.clock.nowMs());
  if (expMonth < 1 || expMonth > 12)
    throw cardTypedWrong('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  if (expYear < year || expYear > year + 50)
    throw cardTypedWrong('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  if (expYear === year && expMonth < month)
    throw cardTypedWrong('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  if (cvc !== undefined && !/^\d{3,4}$/u.test(cvc))
    throw cardTypedWrong('invalid_cvc', "Your card's security code is invalid.", 'cvc');
}

/** The check digit of card numbers: every second digit from the right counts double. */
function isCardNumber(number: string): boolean {
  if (!/^\d{13,19}$/u.test(number)) return false;
  const sum = Array.from(number, Number)
    .toReversed()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}
