import { DAY } from './days.ts';
import type { Demand } from './state.ts';
import type { World } from './world.ts';

/** When Stripe wants something: at once, by a date, once the account has grown, or from a date on. */
export const DEMAND_KINDS = ['now', 'by_deadline', 'eventually', 'future'] as const;

export type DemandKind = (typeof DEMAND_KINDS)[number];

/** What Stripe asks for unless it is told otherwise. */
export const DOCUMENT = 'individual.verification.document';

/** How long Stripe gives somebody to answer. */
const ANSWER_DAYS = 14;

/** A demand of its kind. The days are those until its deadline, or until it is no longer one of the future. */
export function demandOf({ clock }: World, field: string, kind: DemandKind, days = ANSWER_DAYS): Demand {
  const now = clock.nowUnix();
  const turn = now + days * DAY;
  const kinds: Readonly<Record<DemandKind, Omit<Demand, 'field' | 'problem'>>> = {
    now: { deadlineUnix: now - 1 },
    by_deadline: { deadlineUnix: turn },
    eventually: { deadlineUnix: null, isEventual: true },
    future: { futureUntilUnix: turn, deadlineUnix: turn + ANSWER_DAYS * DAY },
  };
  return { field, problem: null, ...kinds[kind] };
}

/** Adds a demand; what was wanted before is wanted as it is said now. */
export function withDemand(demands: readonly Demand[], demand: Demand): readonly Demand[] {
  return [...demands.filter(({ field }) => field !== demand.field), demand];
}

/** The account has grown: what was to come one day is due by a date. */
export function withThresholdReached(world: World, demands: readonly Demand[]): readonly Demand[] {
  return demands.map((demand) => (demand.isEventual === true ? demandOf(world, demand.field, 'by_deadline') : demand));
}
