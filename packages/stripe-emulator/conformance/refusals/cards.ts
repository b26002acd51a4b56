import type Stripe from 'stripe';
import type { Props } from '../case.ts';
import { declined, invalid, type Refusal } from '../refusal.ts';
import { CARD } from '../wishes.ts';

/** What becomes of Stripe's test cards that are declined. */
export const cardRefusals: readonly Refusal[] = [
  ['a decline without a reason', pay('visa_chargeDeclined'), no('generic_decline')],
  ['a card without money', pay('visa_chargeDeclinedInsufficientFunds'), no('insufficient_funds')],
  ['a lost card', pay('visa_chargeDeclinedLostCard'), no('lost_card')],
  ['a stolen card', pay('visa_chargeDeclinedStolenCard'), no('stolen_card')],
  ['a card used too often', pay('visa_chargeDeclinedVelocityLimitExceeded'), no('card_velocity_exceeded')],
  ['an expired card', pay('chargeDeclinedExpiredCard'), declined('expired_card', { param: 'exp_month' })],
  ['a wrong security code', pay('chargeDeclinedIncorrectCvc'), declined('incorrect_cvc', { param: 'cvc' })],
  ['a bank out of order', pay('chargeDeclinedProcessingError'), declined('processing_error')],
  ['a card that Radar blocks', pay('radarBlock'), no('fraudulent')],
  ['a card whose 3D Secure is out of order', pay('threeDSecureRequiredProcessingError'), no('generic_decline')],
  [
    'a bank that would ask a customer who is away',
    pay('authenticationRequired', { off_session: true }),
    declined('authentication_required', { decline_code: 'authentication_required' }),
  ],
  [
    'a bank that would ask where nobody may be asked',
    pay('authenticationRequired', { error_on_requires_action: true }),
    declined('authentication_required', { decline_code: 'authentication_not_handled' }),
  ],
  ['a real card in test mode', payTyped({ number: '4111111111111111' }), no('test_mode_live_card')],
  ['a number with a wrong check digit', type({ number: '4242424242424241' }), typo('incorrect_number', 'number')],
  ['a thirteenth month', type({ exp_month: 13 }), typo('invalid_expiry_month', 'exp_month')],
  ['a year gone by', type({ exp_year: 2020 }), typo('invalid_expiry_year', 'exp_year')],
  ['a security code of two digits', type({ cvc: '12' }), typo('invalid_cvc', 'cvc')],
  [
    'a card that is declined when it is to be kept',
    ({ stripe, made }) => stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer: made.customer }),
    declined('card_declined', { decline_code: 'generic_decline', param: '' }),
  ],
  [
    'a card that could be kept, when it is charged',
    async ({ stripe, on }) => {
      const { id: customer } = await stripe.customers.create({ name: 'Jo' }, on);
      const { id } = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer }, on);
      return stripe.paymentIntents.create({ ...BREAD, customer, payment_method: id }, on);
    },
    no('generic_decline'),
  ],
  [
    'a token that was spent',
    async ({ stripe }) => {
      const { id: token } = await stripe.tokens.create({ card: { ...TYPED, exp_month: '12', exp_year: '2034' } });
      await stripe.paymentMethods.create({ type: 'card', card: { token } });
      return stripe.paymentMethods.create({ type: 'card', card: { token } });
    },
    invalid({ code: 'token_already_used' }),
  ],
];

const TYPED = { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '123' };

function no(reason: string) {
  return declined('card_declined', { decline_code: reason });
}

function typo(code: string, param: string) {
  return declined(code, { param });
}

function pay(token: string, wish: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return ({ stripe, on }: Props) =>
    stripe.paymentIntents.create({ ...BREAD, payment_method: `pm_card_${token}`, ...wish }, on);
}

const BREAD = { amount: 900, currency: 'usd', confirm: true, ...CARD } as const;

function type(wish: Partial<typeof TYPED>) {
  return ({ stripe }: Props) => stripe.paymentMethods.create({ type: 'card', card: { ...TYPED, ...wish } });
}

function payTyped(wish: Partial<typeof TYPED>) {
  return async ({ stripe, on }: Props) => {
    const { id } = await stripe.paymentMethods.create({ type: 'card', card: { ...TYPED, ...wish } }, on);
    return stripe.paymentIntents.create({ ...BREAD, payment_method: id }, on);
  };
}
