import type { Kind } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { PaymentsAsked } from '../answers/payments.ts';
import type { Span } from '../../world/ledger.ts';
import { unclear } from './refusal.ts';

/** Reads what a list of payments is narrowed to. */
export function paymentsAsked(world: World, account: string, query: URLSearchParams): PaymentsAsked {
  return {
    statuses: query.getAll('status'),
    amountFrom: numberIn(query, 'amountFrom'),
    amountTo: numberIn(query, 'amountTo'),
    createdFrom: numberIn(query, 'createdFrom'),
    createdTo: numberIn(query, 'createdTo'),
    paymentMethod: query.get('paymentMethod') ?? undefined,
    after: positionOf(world, 'payment_intent', account, query),
  };
}

/** Reads after which object a page begins. It must be one of the account's own. */
export function positionOf({ store }: World, kind: Kind, account: string, query: URLSearchParams): string | undefined {
  const after = query.get('after');
  if (after === null) return undefined;
  if (store.find(kind, after)?.account !== account) throw unclear('after');
  return after;
}

/** Reads which days a report is about. */
export function daysAsked({ clock }: World, query: URLSearchParams): Span {
  const toUnix = numberIn(query, 'to') ?? clock.nowUnix();
  return { fromUnix: numberIn(query, 'from') ?? toUnix - 30 * SECONDS_PER_DAY, toUnix };
}

const SECONDS_PER_DAY = 86_400;

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw unclear(name);
  return Number(text);
}
