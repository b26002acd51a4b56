import { isRegistered, representativeOf } from './people.ts';
import { requirementsOf, type Requirements, type Waiting } from './requirements.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

const INDIVIDUAL = 'individual.';

/**
 * Tells what an account is asked for by Stripe's names. Whoever is responsible is the `individual` where nobody else is,
 * and of a company its `representative`, by their id as soon as they have one.
 */
export function namedRequirements(world: World, account: Account): Requirements {
  const requirements = requirementsOf(world, account);
  const prefix = prefixOf(world, account);
  const named = (field: string): string =>
    field.startsWith(INDIVIDUAL) ? `${prefix}${field.slice(INDIVIDUAL.length)}` : field;
  return { ...requirements, ...renamed(requirements, named), future: renamed(requirements.future, named) };
}

/** The name under which a requirement is kept, whichever of its names is used. */
export function keptName(world: World, account: Account, field: string): string {
  const prefix = [prefixOf(world, account), 'representative.'].find((known) => field.startsWith(known));
  return prefix === undefined ? field : `${INDIVIDUAL}${field.slice(prefix.length)}`;
}

function prefixOf(world: World, { id, answers }: Account): string {
  if (!isRegistered(answers)) return INDIVIDUAL;
  return `${representativeOf(world, id)?.id ?? 'representative'}.`;
}

function renamed(waiting: Waiting, named: (field: string) => string): Waiting {
  return {
    currentlyDue: waiting.currentlyDue.map(named),
    pastDue: waiting.pastDue.map(named),
    eventuallyDue: waiting.eventuallyDue.map(named),
    pendingVerification: waiting.pendingVerification.map(named),
    errors: waiting.errors.map((error) => ({ ...error, requirement: named(error.requirement) })),
    deadlineUnix: waiting.deadlineUnix,
  };
}
