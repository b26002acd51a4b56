import { oneOf } from '../forms/checks.ts';
import { problemsOf, type Field, type Typed } from '../forms/fields.ts';
import { bankFields } from './bank-fields.ts';
import { businessFields } from './business-fields.ts';
import { ownerCountFields, ownerFields } from './owner-fields.ts';
import { personFields } from './person-fields.ts';

export type StepSlug =
  'business-type' | 'business' | 'person' | 'owners' | 'owner-details' | 'document' | 'bank' | 'review';

export type Step = {
  readonly slug: StepSlug;
  /** What Stripe calls it where it is told to the platform, and what when it is opened from the summary. */
  readonly stripeName: string;
  readonly fromSummary: string;
  readonly title: string;
  /** The title where there is little room. */
  readonly short: string;
  readonly intro: string;
  /** The fields depend on where the business is and on what was answered before. */
  readonly fields: (answers: Typed, country: string) => readonly Field[];
};

const businessTypes = [
  ['individual', 'Individual or sole trader'],
  ['company', 'Company'],
  ['non_profit', 'Non-profit organisation'],
] as const;

/** There is nothing to look at: which document is chosen decides what comes of it. */
const documents = [
  ['file_identity_document_success', 'Test passport, readable'],
  ['file_identity_document_failure', 'Test passport, unreadable'],
] as const;

/** Everything that can be asked, in its order. */
const steps: readonly Step[] = [
  {
    slug: 'business-type',
    stripeName: 'business_type',
    fromSummary: 'summary_business_type',
    title: 'Business type',
    short: 'Type',
    intro: 'Tell us what kind of business gets the money.',
    fields: () => [
      {
        name: 'business_type',
        label: 'Type of business',
        options: businessTypes,
        check: oneOf(businessTypes, 'a type of business'),
        test: 'individual',
      },
    ],
  },
  {
    slug: 'business',
    stripeName: 'business_details',
    fromSummary: 'summary_business',
    title: 'Business details',
    short: 'Business',
    intro: 'What you sell, and under which name.',
    fields: businessFields,
  },
  {
    slug: 'person',
    stripeName: 'representative_details',
    fromSummary: 'summary_persons',
    title: 'Your details',
    short: 'You',
    intro: 'Whoever is responsible for the account. Stripe checks who they are.',
    fields: personFields,
  },
  {
    slug: 'owners',
    stripeName: 'owners',
    fromSummary: 'summary_persons',
    title: 'Owners',
    short: 'Owners',
    intro: 'Stripe has to know everybody who owns a quarter of the company or more.',
    fields: ownerCountFields,
  },
  {
    slug: 'owner-details',
    stripeName: 'owners',
    fromSummary: 'summary_persons',
    title: 'Details of the owners',
    short: 'Owners’ details',
    intro: 'Who the others are.',
    fields: ownerFields,
  },
  {
    slug: 'document',
    stripeName: 'representative_document',
    fromSummary: 'representative_document',
    title: 'Identity document',
    short: 'Document',
    intro: 'Stripe wants to see a document of somebody behind the account.',
    fields: () => [
      {
        name: 'document',
        label: 'Document',
        options: documents,
        check: oneOf(documents, 'a document'),
        test: 'file_identity_document_success',
      },
    ],
  },
  {
    slug: 'bank',
    stripeName: 'external_account',
    fromSummary: 'summary_external_account',
    title: 'Bank account',
    short: 'Bank',
    intro: 'Where your payouts go.',
    fields: (_, country) => bankFields(country),
  },
  {
    slug: 'review',
    stripeName: 'summary',
    fromSummary: 'summary',
    title: 'Review and submit',
    short: 'Review',
    intro: 'Check that everything is right.',
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
