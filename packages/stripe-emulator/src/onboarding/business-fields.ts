import { matching, oneOf, optional, required, webAddress } from '../forms/checks.ts';
import type { Typed } from '../forms/fields.ts';
import type { AskedField } from './asked-field.ts';

/** Some of Stripe's merchant category codes. */
const industries = ['5734', '5999', '5814', '7299', '8299', '5969'] as const;

/** Gives the fields that describe a business; what is registered has a name and a number of its own. */
export function businessFields(answers: Typed): readonly AskedField[] {
  const registered: AskedField[] = [
    { name: 'company_name', word: 'company_name', check: required(), test: 'Test Company' },
    { name: 'tax_id', word: 'tax_id', check: required(), test: '000000000' },
  ];
  return [
    ...(answers['business_type'] === 'individual' ? [] : registered),
    { name: 'business_name', word: 'business_name', check: required(), test: 'Test Shop' },
    { name: 'industry', word: 'industry', options: industries, check: oneOf(industries), test: '5734' },
    {
      name: 'url',
      word: 'url',
      type: 'url',
      autocomplete: 'url',
      placeholder: 'https://',
      check: required(webAddress),
      test: 'https://accessible.stripe.com',
    },
    {
      name: 'product_description',
      word: 'product_description',
      check: optional(matching(/^.{10,}$/s)),
      test: 'Handmade goods, sold online.',
    },
  ];
}
