import { invalidRequest } from '../wire/stripe-error.ts';
import { newId } from './ids.ts';
import type { Account, IssuingCard } from './state.ts';
import type { World } from './world.ts';

export interface NewIssuingCard {
  readonly cardholder: string;
  readonly type?: IssuingCard['type'] | undefined;
  readonly program?: string | null | undefined;
}

/** Issues a card to somebody of an account. There is no API for it: a test or a developer does it. */
export function issueCard(world: World, id: string, { cardholder, type, program }: NewIssuingCard): IssuingCard {
  const account = world.store.get('account', id);
  const card: IssuingCard = {
    id: newId(world, 'ic'),
    cardholder,
    number: `400000999${digits(world, 7)}`,
    cvc: digits(world, 3),
    expMonth: 12,
    expYear: new Date(world.clock.nowMs()).getUTCFullYear() + 3,
    type: type ?? 'virtual',
    status: 'active',
    currency: account.defaultCurrency,
    monthlyLimit: null,
    program: program ?? null,
  };
  world.store.update('account', id, { issuingCards: [...(account.issuingCards ?? []), card] });
  return card;
}

function digits({ random }: World, length: number): string {
  return Array.from(random(length), (byte) => byte % 10).join('');
}

/** Finds a card of an account. */
export function findIssuingCard({ issuingCards = [] }: Account, id: string): IssuingCard | undefined {
  return issuingCards.find((card) => card.id === id);
}

/**
 * Freezes a card, frees it, or limits what it may spend in a month.
 *
 * @throws {StripeError} for a card that was canceled.
 */
export function changeIssuingCard(
  world: World,
  account: string,
  id: string,
  change: Partial<Pick<IssuingCard, 'monthlyLimit' | 'status'>>,
): IssuingCard {
  const { issuingCards = [] } = world.store.get('account', account);
  const before = issuingCards.find((card) => card.id === id);
  if (before === undefined) throw new Error(`${account} has no card ${id}`);
  if (before.status === 'canceled') throw invalidRequest('A canceled card cannot be changed.');
  const changed = { ...before, ...change };
  world.store.update('account', account, {
    issuingCards: issuingCards.map((card) => (card.id === id ? changed : card)),
  });
  return changed;
}
