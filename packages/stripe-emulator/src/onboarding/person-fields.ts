import { birthDate, email, matching, required } from '../forms/checks.ts';
import type { Field } from '../forms/fields.ts';

/** Gives the fields that describe whoever is responsible for an account. */
export function personFields(country: string): readonly Field[] {
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
