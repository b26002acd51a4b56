import { birthDate, type Check, email, matching, oneOf, optional, required } from '../forms/checks.ts';
import type { Field, Typed } from '../forms/fields.ts';
import { isRegistered } from '../world/people.ts';

/** Gives the fields that describe whoever is responsible for an account; of a company they have a role in it. */
export function personFields(answers: Typed, country: string): readonly Field[] {
  return [...identityFields(country), ...(isRegistered(answers) ? roleFields(answers) : [])];
}

function roleFields(answers: Typed): readonly Field[] {
  return [
    {
      name: 'title',
      label: 'Job title',
      autocomplete: 'organization-title',
      half: true,
      check: required('a job title'),
      test: 'Director',
    },
    {
      name: 'executive',
      label: 'Do you help to run the business?',
      options: yesOrNo,
      half: true,
      check: oneOf(yesOrNo, 'yes or no'),
      test: 'yes',
    },
    ...(answers['business_type'] === 'company' ? [shareField('percent_ownership', optional)] : []),
  ];
}

const yesOrNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

function identityFields(country: string): readonly Field[] {
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

/** How much of a company somebody owns. */
export function shareField(name: string, wrap: (check: Check) => Check): Field {
  return {
    name,
    label: 'Share of the company, in percent',
    inputMode: 'numeric',
    hint: 'From 25 percent on somebody is an owner to Stripe. Leave it empty if it is less.',
    half: true,
    check: wrap(matching(/^(100|[1-9]?\d)$/, 'Enter a whole number up to 100.')),
    test: '100',
  };
}

function half(name: string, label: string, autocomplete: string, test: string): Field {
  return { name, label, autocomplete, half: true, check: required(`a value for “${label}”`), test };
}
