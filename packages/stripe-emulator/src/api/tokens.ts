import type Stripe from 'stripe';
import type { NewBankAccount } from '../world/bank-accounts.ts';
import { checkedCard } from '../world/payment-methods.ts';
import type { Card, Token } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { ignored, integer, object, oneOf, required, text } from '../wire/params.ts';
import { invalidParam, invalidRequest, referenceMissing } from '../wire/stripe-error.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What stands once for a card or a bank account. Tokens of accounts, persons and numbers are taken and hold nothing. */
export const tokenOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/tokens',
    params: {
      card: object({
        number: required(text()),
        exp_month: required(integer()),
        exp_year: required(integer()),
        cvc: text(),
        name: text(),
        currency: ignored(),
        address_city: ignored(),
        address_country: ignored(),
        address_line1: ignored(),
        address_line2: ignored(),
        address_state: ignored(),
        address_zip: ignored(),
      }),
      bank_account: object({
        country: required(text({ max: 2 })),
        currency: text({ max: 3 }),
        account_number: required(text()),
        routing_number: text(),
        account_holder_name: text(),
        account_holder_type: oneOf('company', 'individual'),
      }),
      account: ignored(),
      person: ignored(),
      pii: ignored(),
      customer: ignored(),
    },
    run: ({ world, account, params }) => {
      const { card, bank_account: bank } = params;
      const type = (['card', 'bank_account', 'account', 'person', 'pii'] as const).find(
        (name) => params[name] !== undefined,
      );
      if (type === undefined)
        throw invalidParam('You must supply either a card, customer, PII data, bank account, or account.', 'card');
      const prefix = type === 'bank_account' ? 'btok' : 'tok';
      const token = world.store.insert('token', {
        ...born(world, prefix, account),
        type,
        card:
          card === undefined
            ? null
            : checkedCard(world, {
                number: card.number,
                expMonth: card.exp_month,
                expYear: card.exp_year,
                cvc: card.cvc,
              }),
        billing: card === undefined ? null : { name: card.name ?? null, email: null },
        bank:
          bank === undefined
            ? null
            : {
                accountNumber: bank.account_number,
                routingNumber: bank.routing_number ?? '',
                country: bank.country.toUpperCase(),
                currency: bank.currency?.toLowerCase() ?? 'usd',
                holder: bank.account_holder_name ?? null,
              },
        used: false,
      });
      return tokenToWire(world, token);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/tokens/:id',
    params: {},
    run: (call) => tokenToWire(call.world, resource(call, 'token', call.path['id'] ?? '')),
  }),
];

/**
 * Takes the bank account that a token stands for, one of Stripe's test tokens included.
 *
 * @throws {StripeError} token_already_used, or resource_missing
 */
export function spendBankToken(world: World, id: string): NewBankAccount {
  if (id === 'btok_us_verified' || id === 'btok_us')
    return { accountNumber: '000123456789', routingNumber: '110000000', country: 'US', currency: 'usd', holder: null };
  const { bank } = spendToken(world, id) ?? {};
  if (bank === undefined || bank === null) throw referenceMissing('token', id, 'external_account');
  return bank;
}

/** Uses a token up; undefined when there is none of that id. */
export function spendToken(world: World, id: string): Token | undefined {
  const token = world.store.find('token', id);
  if (token?.used === true)
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, { code: 'token_already_used' });
  return token && world.store.update('token', id, { used: true });
}

export function tokenToWire(world: World, token: Token): Stripe.Token {
  const { card, bank, billing } = token;
  return {
    id: token.id,
    object: 'token',
    ...(bank !== null && { bank_account: bankOf(token.id, bank) }),
    ...(card !== null && { card: sourceToWire(`card_${token.id.slice('tok_'.length)}`, card, billing?.name ?? null) }),
    client_ip: null,
    created: token.createdUnix,
    livemode: world.settings.livemode,
    type: token.type,
    used: token.used,
  };
}

function bankOf(token: string, bank: NonNullable<Token['bank']>): Stripe.BankAccount {
  return {
    id: `ba_${token.slice('tok_'.length)}`,
    object: 'bank_account',
    account_holder_name: bank.holder,
    account_holder_type: null,
    account_type: null,
    bank_name: bank.country === 'US' ? 'STRIPE TEST BANK' : 'TEST BANK',
    country: bank.country,
    currency: bank.currency,
    fingerprint: fingerprintOf(bank.accountNumber.replaceAll(/\D/gu, '')),
    last4: bank.accountNumber.slice(-4),
    routing_number: bank.routingNumber,
    status: 'new',
  };
}

/** A card in the form of the Charges API. */
export function sourceToWire(id: string, card: Card, name: string | null): Stripe.Card {
  return {
    id,
    object: 'card',
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    brand: card.brand,
    country: card.country,
    cvc_check: card.cvcCheck === null ? null : 'unchecked',
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    last4: card.last4,
    metadata: {},
    name,
    regulated_status: 'unregulated',
    tokenization_method: null,
  };
}
