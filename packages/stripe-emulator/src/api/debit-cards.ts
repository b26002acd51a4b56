import type Stripe from 'stripe';
import type { Account, DebitCard } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { spendToken } from './tokens.ts';

/** Stripe's tokens of debit cards for payouts. */
const TOKENS: Readonly<Record<string, string>> = {
  tok_visa_debit: '4000056655665556',
  tok_visa_debit_us_transferSuccess: '4000056655665556',
  tok_visa_debit_us_transferFail: '4000056655665572',
  tok_visa_debit_us_instantPayoutUnsupported: '4000056755665555',
  tok_mastercard_debit_us_transferSuccess: '5200828282828210',
};

/** Returns the number of the card that a token stands for, and uses the token up; undefined for a token of something else. */
export function spendCardToken(world: World, id: string): string | undefined {
  if (Object.hasOwn(TOKENS, id)) return TOKENS[id];
  if (world.store.find('token', id)?.type !== 'card') return undefined;
  return spendToken(world, id)?.card?.number;
}

export function debitCardToWire(account: Account, card: DebitCard): Stripe.Card {
  return {
    id: card.id,
    object: 'card',
    account: account.id,
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    available_payout_methods: card.instant ? ['standard', 'instant'] : ['standard'],
    brand: card.brand === 'mastercard' ? 'MasterCard' : 'Visa',
    country: card.country,
    currency: card.currency,
    cvc_check: null,
    default_for_currency: false,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: null,
    funding: 'debit',
    last4: card.last4,
    metadata: {},
    name: null,
    regulated_status: 'unregulated',
    status: card.status,
    tokenization_method: null,
  };
}
