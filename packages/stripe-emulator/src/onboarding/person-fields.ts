import { birthDate, email, matching, oneOf, optional, required } from '../forms/checks.ts';
import type { Typed } from '../forms/fields.ts';
import { isRegistered } from '../world/people.ts';
import type { AskedField } from './asked-field.ts';

/** Gives the fields that describe whoever is responsible for an account; of a company they have a role in it. */
export function personFields(answers: Typed, country: string): readonly AskedField[] {
  return [...identityFields(country), ...(isRegistered(answers) ? roleFields(answers) : [])];
}

function roleFields(answers: Typed): readonly AskedField[] {
  return [
    half('title', 'organization-title', 'Director'),
    { name: 'executive', word: 'executive', options: yesOrNo, half: true, check: oneOf(yesOrNo), test: 'yes' },
    ...(answers['business_type'] === 'company' ? [share] : []),
  ];
}

const yesOrNo = ['yes', 'no'] as const;

/** How much of the company they own. */
const share: AskedField = {
  name: 'percent_ownership',
  word: 'percent_ownership',
  inputMode: 'numeric',
  half: true,
  check: optional(matching(/^(100|[1-9]?\d)$/)),
  test: '100',
};

function identityFields(country: string): readonly AskedField[] {
  return [
    half('first_name', 'given-name', 'Jenny'),
    half('last_name', 'family-name', 'Rosen'),
    {
      name: 'email',
      word: 'email',
      type: 'email',
      autocomplete: 'email',
      check: required(email),
      test: 'jenny@example.com',
    },
    {
      name: 'phone',
      word: 'phone',
      type: 'tel',
      autocomplete: 'tel',
      check: required(matching(/^[+\d][\d\s()-]{5,}$/)),
      test: '0000000000',
    },
    {
      name: 'dob',
      word: 'dob',
      type: 'date',
      autocomplete: 'bday',
      check: birthDate(() => new Date()),
      test: '1901-01-01',
    },
    {
      name: 'address_line1',
      word: 'address_line1',
      autocomplete: 'address-line1',
      check: required(),
      test: 'address_full_match',
    },
    half('address_city', 'address-level2', 'Springfield'),
    half('address_postal_code', 'postal-code', country === 'US' ? '94107' : '1000'),
    ...(country === 'US' ? [half('address_state', 'address-level1', 'CA')] : []),
    {
      name: 'id_number',
      word: country === 'US' ? 'ssn' : 'id_number',
      inputMode: 'numeric',
      check: required(matching(/^[\d-]{4,}$/)),
      test: '000000000',
    },
  ];
}

function half(name: AskedField['word'], autocomplete: string, test: string): AskedField {
  return { name, word: name, autocomplete, half: true, check: required(), test };
}
