import { opens } from '../../world/ephemeral-keys.ts';
import { changeIssuingCard, findIssuingCard } from '../../world/issuing-cards.ts';
import type { IssuingCard } from '../../world/state.ts';
import type { Asked } from './asked.ts';
import { amountIn, textIn } from './body.ts';
import { notAllowed, notFound, unclear } from './refusal.ts';

/** Freezes a card or frees it. */
export function freezeCard({ world, account, id, body }: Asked): object {
  const status = (['active', 'inactive'] as const).find((known) => known === body['status']);
  if (status === undefined) throw unclear('status');
  return { id: changeIssuingCard(world, account.id, cardNamed(account, id).id, { status }).id };
}

/** Limits what a card may spend in a month, or takes the limit away. */
export function limitCard({ world, account, id, body }: Asked): object {
  const monthlyLimit = body['amount'] === null ? null : amountIn(body);
  return { id: changeIssuingCard(world, account.id, cardNamed(account, id).id, { monthlyLimit }).id };
}

/** Shows the number of a card to whoever brings the key that the platform's server made for it. */
export function revealCard({ world, account, id, body }: Asked): object {
  const { number, cvc } = cardNamed(account, id);
  const purpose = { card: id, nonce: textIn(body, 'nonce') };
  if (!opens(world, textIn(body, 'ephemeralKeySecret'), purpose)) throw notAllowed('ephemeral_key_wrong');
  return { number, cvc };
}

function cardNamed(account: Asked['account'], id: string): IssuingCard {
  const card = findIssuingCard(account, id);
  if (card === undefined) throw notFound('no_such_card');
  return card;
}
