import { changeAccount, defaultBankAccount } from './accounts.ts';
import { currencyOfCountry } from './countries.ts';
import { newId } from './ids.ts';
import type { Account, BankAccount, DebitCard } from './state.ts';
import { findTestCard } from './test-cards.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import type { World } from './world.ts';

/** Where money of an account can be sent to. */
export type PayoutDestination = BankAccount | DebitCard;

export function isDebitCard(destination: PayoutDestination): destination is DebitCard {
  return 'brand' in destination;
}

/** Lists where an account can be paid out to. */
export function payoutDestinationsOf({ bankAccounts, debitCards = [] }: Account): readonly PayoutDestination[] {
  return [...bankAccounts, ...debitCards];
}

/** @see https://docs.stripe.com/connect/instant-payouts#availability */
const INSTANT_COUNTRIES = new Set('AE AU BG CA CZ DK GB HK HU MY NO NZ PL RO SE SG US'.split(' '));

/** Says whether instant payouts reach accounts of a country, and in which currency: only in its own. */
export function instantCurrencyOf({ country }: Pick<Account, 'country'>): string | undefined {
  const currency = currencyOfCountry(country);
  return INSTANT_COUNTRIES.has(country) || currency === 'eur' ? currency : undefined;
}

/** Says whether a bank account or a card takes instant payouts. Which banks do is not emulated: those of these countries. */
export function takesInstantPayouts(account: Account, destination: PayoutDestination): boolean {
  if (isDebitCard(destination) && !destination.instant) return false;
  return destination.status === 'new' && destination.currency === instantCurrencyOf(account);
}

/** Lists where an account can be paid out to instantly; the account that other payouts go to comes first. */
export function instantDestinationsOf(account: Account, currency: string): readonly PayoutDestination[] {
  const first = defaultBankAccount(account, currency);
  return payoutDestinationsOf(account)
    .filter((known) => known.currency === currency && takesInstantPayouts(account, known))
    .toSorted((one, other) => Number(other === first) - Number(one === first));
}

/** Stripe's debit cards whose payouts do not arrive, or not instantly. */
const CARDS: Readonly<Record<string, Partial<Pick<DebitCard, 'failsWith' | 'instant'>>>> = {
  '4000056655665556': {},
  '5200828282828210': {},
  '4000056655665572': { failsWith: 'could_not_process' },
  '4000056755665555': { instant: false },
};

/**
 * Adds a debit card that payouts may go to.
 *
 * @throws {StripeError} for a card that is none of Stripe's test debit cards.
 */
export function addDebitCard(world: World, id: string, typed: string): DebitCard {
  const account = world.store.get('account', id);
  const number = typed.replaceAll(/\D/gu, '');
  const traits = Object.hasOwn(CARDS, number) ? CARDS[number] : undefined;
  if (traits === undefined)
    throw invalidRequest('Only Visa or Mastercard debit cards can be used for payouts.', { param: 'external_account' });
  const added: DebitCard = {
    id: newId(world, 'card'),
    brand: findTestCard(number)?.brand ?? 'visa',
    last4: number.slice(-4),
    expMonth: 12,
    expYear: new Date(world.clock.nowMs()).getUTCFullYear() + 4,
    country: account.country,
    currency: account.defaultCurrency,
    status: 'new',
    instant: true,
    failsWith: null,
    ...traits,
  };
  changeAccount(world, id, { debitCards: [...(account.debitCards ?? []), added] });
  return added;
}
