import { matching, oneOf, optional, required, webAddress } from '../forms/checks.ts';
import type { Field, Typed } from '../forms/fields.ts';

const industries = [
  ['5734', 'Software'],
  ['5999', 'Shop or retail'],
  ['5814', 'Food and drink'],
  ['7299', 'Services'],
  ['8299', 'Education'],
  ['5969', 'Other'],
] as const;

/** Gives the fields that describe a business; what is registered has a name and a number of its own. */
export function businessFields(answers: Typed): readonly Field[] {
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
