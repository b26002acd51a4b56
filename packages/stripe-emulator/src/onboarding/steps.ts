import { oneOf } from '../forms/checks.ts';
import { problemsOf, type Typed } from '../forms/fields.ts';
import type { Words } from '../words/english.ts';
import type { AskedField } from './asked-field.ts';
import { bankFields } from './bank-fields.ts';
import { businessFields } from './business-fields.ts';
import { ownerCountFields, ownerFields } from './owner-fields.ts';
import { personFields } from './person-fields.ts';

export type StepSlug = keyof Words['account']['steps'];

export type Step = {
  readonly slug: StepSlug;
  /** What Stripe calls it where it is told to the platform, and what when it is opened from the summary. */
  readonly stripeName: string;
  readonly fromSummary: string;
  /** The fields depend on where the business is and on what was answered before. */
  readonly fields: (answers: Typed, country: string) => readonly AskedField[];
};

const businessTypes = ['individual', 'company', 'non_profit'] as const;

/** There is nothing to look at: which document is chosen decides what comes of it. */
const documents = ['file_identity_document_success', 'file_identity_document_failure'] as const;

/** Everything that can be asked, in its order. */
const steps: readonly Step[] = [
  {
    slug: 'business-type',
    stripeName: 'business_type',
    fromSummary: 'summary_business_type',
    fields: () => [
      {
        name: 'business_type',
        word: 'business_type',
        options: businessTypes,
        check: oneOf(businessTypes),
        test: 'individual',
      },
    ],
  },
  {
    slug: 'business',
    stripeName: 'business_details',
    fromSummary: 'summary_business',
    fields: businessFields,
  },
  {
    slug: 'person',
    stripeName: 'representative_details',
    fromSummary: 'summary_persons',
    fields: personFields,
  },
  {
    slug: 'owners',
    stripeName: 'owners',
    fromSummary: 'summary_persons',
    fields: ownerCountFields,
  },
  {
    slug: 'owner-details',
    stripeName: 'owners',
    fromSummary: 'summary_persons',
    fields: ownerFields,
  },
  {
    slug: 'document',
    stripeName: 'representative_document',
    fromSummary: 'representative_document',
    fields: () => [
      {
        name: 'document',
        word: 'document',
        options: documents,
        check: oneOf(documents),
        test: 'file_identity_document_success',
      },
    ],
  },
  {
    slug: 'bank',
    stripeName: 'external_account',
    fromSummary: 'summary_external_account',
    fields: (_, country) => bankFields(country),
  },
  {
    slug: 'review',
    stripeName: 'summary',
    fromSummary: 'summary',
    fields: () => [],
  },
];

/**
 * Gives the steps of a flow. The first time everything is asked; later only what Stripe wants, or everything where it
 * wants nothing. A document is shown only where it is wanted.
 */
export function stepsFor(wanted: readonly string[], isFirstTime: boolean): readonly Step[] {
  const slugs = new Set<StepSlug>(wanted.map(stepThatAsks));
  if (isFirstTime || slugs.size === 0) return steps.filter(({ slug }) => slug !== 'document' || slugs.has(slug));
  return steps.filter(({ slug }) => slug === 'review' || slugs.has(slug));
}

/** Finds the step that asks for what Stripe calls by this name. */
function stepThatAsks(requirement: string): StepSlug {
  if (requirement === 'business_type') return 'business-type';
  if (requirement.includes('verification.document')) return 'document';
  if (requirement === 'company.owners_provided') return 'owners';
  if (/^(owners\.|person_)/u.test(requirement)) return 'owner-details';
  if (requirement.startsWith('business_profile') || requirement.startsWith('company')) return 'business';
  return requirement.startsWith('external_account') ? 'bank' : 'person';
}

/** Gives the step after this one; the last one is followed by itself. */
export function nextAfter(flow: readonly Step[], step: Step): Step {
  return flow[flow.findIndex(({ slug }) => slug === step.slug) + 1] ?? step;
}

/** Gives the first step that has not been answered, or not rightly; the last one when all have. */
export function firstOpenStep(flow: readonly Step[], answers: Typed, country: string): Step | undefined {
  const open = flow.find((step) => Object.keys(problemsOf(step.fields(answers, country), answers)).length > 0);
  return open ?? flow.at(-1);
}
