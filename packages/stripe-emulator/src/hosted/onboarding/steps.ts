import { birthDate, email, matching, oneOf, optional, required, webAddress } from '../checks.ts';
import { problemsOf, type Field, type Typed } from '../fields.ts';
import { bankFields } from './bank-fields.ts';

export type StepSlug = 'business-type' | 'business' | 'person' | 'document' | 'bank' | 'review';

export type Step = {
  readonly slug: StepSlug;
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

const industries = [
  ['5734', 'Software'],
  ['5999', 'Shop or retail'],
  ['5814', 'Food and drink'],
  ['7299', 'Services'],
  ['8299', 'Education'],
  ['5969', 'Other'],
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
    title: 'Business details',
    short: 'Business',
    intro: 'What you sell, and under which name.',
    fields: businessFields,
  },
  {
    slug: 'person',
    title: 'Your details',
    short: 'You',
    intro: 'Whoever is responsible for the account. Stripe checks who they are.',
    fields: personFields,
  },
  {
    slug: 'document',
    title: 'Identity document',
    short: 'Document',
    intro: 'Stripe wants to see a document of whoever is responsible for the account.',
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
    title: 'Bank account',
    short: 'Bank',
    intro: 'Where your payouts go.',
    fields: (_, country) => bankFields(country),
  },
  {
    slug: 'review',
    title: 'Review and submit',
    short: 'Review',
    intro: 'Check that everything is right.',
    fields: () => [],
  },
];

function businessFields(answers: Typed): readonly Field[] {
  const registered: Field[] = [
    { name: 'company_name', label: 'Registered name', check: required('the registered name'), test: 'Test Company' },
    { name: 'tax_id', label: 'Business tax number', check: required('the tax number'), test: '000000000' },
  ];
  return [
    ...(answers['business_type'] === 'individual' ? [] : registered),
    {
      name: 'business_name',
      label: 'Name your customers know',
      check: required('the name your customers know'),
      test: 'Test Shop',
    },
    { name: 'industry', label: 'Industry', options: industries, check: oneOf(industries, 'an industry'), test: '5734' },
    {
      name: 'url',
      label: 'Website',
      type: 'url',
      autocomplete: 'url',
      placeholder: 'https://',
      check: required('your website', webAddress),
      test: 'https://accessible.stripe.com',
    },
    {
      name: 'product_description',
      label: 'What you sell',
      hint: 'One sentence is enough. You may leave it out.',
      check: optional(matching(/^.{10,}$/s, 'Write at least ten characters, or nothing.')),
      test: 'Handmade goods, sold online.',
    },
  ];
}

function personFields(_: Typed, country: string): readonly Field[] {
  return [
    half('first_name', 'First name', 'given-name', 'Jenny'),
    half('last_name', 'Last name', 'family-name', 'Rosen'),
    {
      name: 'email',
      label: 'Email',
      type: 'email',
      autocomplete: 'email',
      check: required('an e-mail address', email),
      test: 'jenny@example.com',
    },
    {
      name: 'phone',
      label: 'Phone',
      type: 'tel',
      autocomplete: 'tel',
      check: required(
        'a phone number',
        matching(/^[+\d][\d\s()-]{5,}$/, 'Enter a phone number with its country code.'),
      ),
      test: '0000000000',
    },
    {
      name: 'dob',
      label: 'Date of birth',
      type: 'date',
      autocomplete: 'bday',
      check: birthDate(() => new Date()),
      test: '1901-01-01',
    },
    {
      name: 'address_line1',
      label: 'Home address',
      autocomplete: 'address-line1',
      check: required('an address'),
      test: 'address_full_match',
    },
    half('address_city', 'City', 'address-level2', 'Springfield'),
    half('address_postal_code', 'Postal code', 'postal-code', country === 'US' ? '94107' : '1000'),
    ...(country === 'US' ? [half('address_state', 'State', 'address-level1', 'CA')] : []),
    {
      name: 'id_number',
      label: country === 'US' ? 'Social security number' : 'Personal ID number',
      inputMode: 'numeric',
      hint: 'In test mode: 000000000 is accepted, 111111111 is not.',
      check: required('the number', matching(/^[\d-]{4,}$/, 'Enter digits only.')),
      test: '000000000',
    },
  ];
}

function half(name: string, label: string, autocomplete: string, test: string): Field {
  return { name, label, autocomplete, half: true, check: required(`a value for “${label}”`), test };
}

/**
 * Gives the steps of a flow. The first time everything is asked; later only what Stripe wants, or everything but the
 * document where it wants nothing.
 */
export function stepsFor(wanted: readonly string[], isFirstTime: boolean): readonly Step[] {
  const slugs = new Set<StepSlug>(isFirstTime ? [] : wanted.map(stepThatAsks));
  if (slugs.size === 0) return steps.filter(({ slug }) => slug !== 'document');
  return steps.filter(({ slug }) => slug === 'review' || slugs.has(slug));
}

/** Finds the step that asks for what Stripe calls by this name. */
function stepThatAsks(requirement: string): StepSlug {
  if (requirement === 'business_type') return 'business-type';
  if (requirement.includes('verification.document')) return 'document';
  if (requirement.startsWith('business_profile') || requirement.startsWith('company')) return 'business';
  return requirement.startsWith('external_account') ? 'bank' : 'person';
}

/** Gives the first step that has not been answered, or not rightly; the last one when all have. */
export function firstOpenStep(flow: readonly Step[], answers: Typed, country: string): Step | undefined {
  const open = flow.find((step) => Object.keys(problemsOf(step.fields(answers, country), answers)).length > 0);
  return open ?? flow.at(-1);
}
