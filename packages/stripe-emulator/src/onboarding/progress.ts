import { returnedBanks } from '../world/default-banks.ts';
import { requirementsOf, type Waiting } from '../world/requirements.ts';
import type { Account, Collection } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { collects, collectsField, EVERYTHING } from './collection.ts';
import { firstOpenStep, stepsFor, type Step } from './steps.ts';

/** Where an account is on its way through onboarding. */
export interface Progress {
  readonly steps: readonly Step[];
  /** The step to go on with; undefined where nothing is asked. */
  readonly open: Step | undefined;
  /** What Stripe waits for and the platform wants collected. */
  readonly wanted: readonly string[];
  /** Stripe wants something after onboarding, however well everything was answered before. */
  readonly askedAgain: boolean;
}

/** Tells what is left to ask an account. */
export function progressOf(world: World, account: Account, collection: Collection = EVERYTHING): Progress {
  const { answers, country, submittedUnix } = account;
  const wanted = [
    ...requirementsWanted(world, account, collection),
    ...(returnedBanks(account).length > 0 && collects(collection, 'external_account') ? ['external_account'] : []),
  ];
  const isFirstTime = submittedUnix === null;
  const steps = stepsFor(wanted, isFirstTime)
    .map((step) => collected(step, collection))
    .filter((step) => isAsked(step, account, collection));
  const askedAgain = !isFirstTime && wanted.length > 0;
  return { steps, wanted, askedAgain, open: askedAgain ? steps[0] : firstOpenStep(steps, answers, country) };
}

/** Lists what Stripe waits for and the platform wants collected. */
export function requirementsWanted(world: World, account: Account, collection: Collection): readonly string[] {
  const requirements = requirementsOf(world, account);
  const of = ({ currentlyDue, eventuallyDue }: Waiting): readonly string[] =>
    collection.fields === 'eventually_due' ? eventuallyDue : currentlyDue;
  const due = [...of(requirements), ...(collection.futureRequirements === 'include' ? of(requirements.future) : [])];
  return due.filter((requirement) => collects(collection, requirement));
}

function collected(step: Step, collection: Collection): Step {
  const fields: Step['fields'] = (answers, country) =>
    step.fields(answers, country).filter(({ name }) => collectsField(collection, name));
  return { ...step, fields };
}

/** Whoever asks for some things only shows no summary of everything; terms to agree to have to stand somewhere all the same. */
function isAsked({ slug, fields }: Step, { answers, country }: Account, collection: Collection): boolean {
  if (slug !== 'review') return fields(answers, country).length > 0;
  return collection.only === undefined || collectsTerms(collection);
}

/** Says whether the seller is to agree to terms here. */
export function collectsTerms(collection: Collection): boolean {
  return collects(collection, 'tos_acceptance.date');
}
