import { type Field, problemsOf, typedIn, type Typed } from '../../forms/fields.ts';
import { bankFields } from '../../onboarding/bank-fields.ts';
import { collectsTerms, type Progress, progressOf } from '../../onboarding/progress.ts';
import { sections } from '../../onboarding/sections.ts';
import { firstOpenStep, type Step } from '../../onboarding/steps.ts';
import { makeDefaultBank } from '../../world/bank-accounts.ts';
import { changeBankAccount, changeDetails, handInOnboarding, saveAnswers } from '../../world/onboarding.ts';
import { startSignIn } from '../../world/sign-ins.ts';
import { withKeptSecrets } from '../answers/form-fields.ts';
import type { FormAnswer } from '../frame-data.ts';
import { admitted, signedIn } from './admission.ts';
import type { Asked } from './asked.ts';
import { collectionIn } from './collection-in.ts';
import { notFound } from './refusal.ts';

const DONE: FormAnswer = { problems: {}, next: null };

/** Opens Stripe's own window, where the seller shows who they are. */
export function startSigningIn(asked: Asked): object {
  const { world, session } = admitted(asked);
  return { url: startSignIn(world, session) };
}

/** Goes on with a step of onboarding: keeps what was typed if it is right, and says what comes next. */
export function answerStep(asked: Asked): FormAnswer {
  const { progress, step } = stepOf(signedIn(asked));
  if (step.slug === 'review') return handIn(asked, progress);
  const { fields, typed } = typedInStep(asked, step, progress);
  const problems = problemsOf(fields, typed);
  if (Object.keys(problems).length > 0) return { problems };
  return goOn(asked, { step, progress }, typed);
}

/** Leaves a step for later with what was typed, right or not. */
export function keepStep(asked: Asked): FormAnswer {
  const { progress, step } = stepOf(signedIn(asked));
  const { typed } = typedInStep(asked, step, progress);
  if (Object.keys(typed).length > 0) saveAnswers(asked.world, asked.account.id, typed);
  return DONE;
}

/** Changes a part of what was told before. */
export function changeSection(asked: Asked): FormAnswer {
  const { world, account, id, body } = signedIn(asked);
  const section = sections.find(({ name }) => name === id);
  if (section === undefined) throw notFound('no_such_section');
  const fields = section.fields(account.answers, account.country);
  const { wanted } = progressOf(world, account);
  const typed = withKeptSecrets(typedIn(fields, body), account, wanted);
  return kept(fields, typed, () => changeDetails(world, account.id, typed));
}

/** Adds the bank account that payouts go to from now on. */
export function changeBank(asked: Asked): FormAnswer {
  const { world, account, body } = signedIn(asked);
  const fields = bankFields(account.country);
  const typed = typedIn(fields, body);
  return kept(fields, typed, () => changeBankAccount(world, account.id, typed));
}

/** Lets payouts go to a bank account that is there. */
export function makeBankDefault(asked: Asked): object {
  const { world, account, id } = signedIn(asked);
  const bank = account.bankAccounts.find((known) => known.id === id);
  if (bank === undefined) throw notFound('no_such_bank_account');
  makeDefaultBank(world, account.id, bank);
  return {};
}

function kept(fields: readonly Field[], typed: Typed, keep: () => void): FormAnswer {
  const problems = problemsOf(fields, typed);
  if (Object.keys(problems).length > 0) return { problems };
  keep();
  return DONE;
}

interface Standing {
  readonly progress: Progress;
  readonly step: Step;
}

/** @throws {FrameRefusal} 404 for a step that is not asked. */
function stepOf(asked: Asked): Standing {
  const progress = progressOf(asked.world, asked.account, collectionIn(asked));
  const step = progress.steps.find(({ slug }) => slug === asked.id);
  if (step === undefined) throw notFound('no_such_step');
  return { progress, step };
}

function typedInStep({ account, body }: Asked, step: Step, { wanted }: Progress) {
  const fields = step.fields(account.answers, account.country);
  return { fields, typed: withKeptSecrets(typedIn(fields, body), account, wanted) };
}

/** What comes next is asked again: the type of a business decides what is asked of it. */
function goOn(asked: Asked, { step, progress }: Standing, typed: Typed): FormAnswer {
  const { world, account } = asked;
  const changed = saveAnswers(world, account.id, typed);
  const { steps } = progressOf(world, changed, collectionIn(asked));
  const next = steps[steps.findIndex(({ slug }) => slug === step.slug) + 1];
  if (next !== undefined) return { problems: {}, next: next.slug };
  // Whoever is asked for some things only hands them in with the last of them, once everything was handed in before.
  if (changed.submittedUnix !== null) handInOnboarding(world, account.id, {}, { asked: progress.wanted });
  return DONE;
}

function handIn(asked: Asked, { steps, wanted }: Progress): FormAnswer {
  const { world, account } = asked;
  const open = firstOpenStep(steps, account.answers, account.country);
  if (open !== undefined && open.slug !== 'review') return { problems: {}, next: open.slug };
  handInOnboarding(world, account.id, {}, { agreesToTerms: collectsTerms(collectionIn(asked)), asked: wanted });
  return DONE;
}
