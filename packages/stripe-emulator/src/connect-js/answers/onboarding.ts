import { EVERYTHING } from '../../onboarding/collection.ts';
import { factsOf } from '../../onboarding/facts.ts';
import { collectsTerms, type Progress, progressOf } from '../../onboarding/progress.ts';
import type { Step } from '../../onboarding/steps.ts';
import { requirementsOf } from '../../world/requirements.ts';
import type { Account, Collection } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Onboarding, OnboardingStep } from '../frame-data.ts';
import { formFields } from './form-fields.ts';

/** Tells what is left to ask an account, and what was answered. */
export function onboardingOf(world: World, account: Account, collection: Collection = EVERYTHING): Onboarding {
  const progress = progressOf(world, account, collection);
  const { errors } = requirementsOf(world, account);
  return {
    platform: world.settings.platformName,
    steps: progress.steps.map((step) => shownStep(step, account, progress, collection)),
    open: progress.open?.slug ?? null,
    askedAgain: progress.askedAgain,
    terms: collectsTerms(collection) ? termsOf(account) : null,
    reasons: errors.filter(({ requirement }) => progress.wanted.includes(requirement)).map(({ code }) => code),
  };
}

function shownStep(step: Step, account: Account, { wanted }: Progress, { only }: Collection): OnboardingStep {
  const { slug, fromSummary } = step;
  const isTermsAlone = slug === 'review' && only !== undefined;
  return {
    slug,
    stripeName: isTermsAlone ? 'terms_of_service' : step.stripeName,
    fromSummary,
    fields: formFields(step.fields(account.answers, account.country), account, wanted),
    facts: factsOf(step, account.answers, account.country),
  };
}

/** Whoever takes no payments, and is only sent money, agrees to less. */
function termsOf({ requestedCapabilities }: Account): 'full' | 'recipient' {
  return requestedCapabilities.includes('card_payments') ? 'full' : 'recipient';
}
