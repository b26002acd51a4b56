import { email, matching, optional, webAddress } from '../forms/checks.ts';
import type { Field } from '../forms/fields.ts';

/** What customers see of a business: on the statement of their card, and where they ask for help. */
export const publicFields: readonly Field[] = [
  {
    name: 'statement_descriptor',
    label: 'Statement descriptor',
    hint: 'What customers read on their card statement: 5 to 22 characters.',
    check: optional(
      matching(/^(?=.*[A-Za-z])[^<>\\'"*]{5,22}$/u, 'Use 5 to 22 characters, with a letter and without < > \\ \' " *.'),
    ),
    test: 'TEST SHOP',
  },
  {
    name: 'support_email',
    label: 'Support email',
    type: 'email',
    autocomplete: 'email',
    check: optional(email),
    test: 'help@example.com',
  },
  {
    name: 'support_phone',
    label: 'Support phone',
    type: 'tel',
    autocomplete: 'tel',
    check: optional(matching(/^[+\d][\d\s()-]{5,}$/, 'Enter a phone number with its country code.')),
    test: '0000000000',
  },
  {
    name: 'support_url',
    label: 'Support website',
    type: 'url',
    autocomplete: 'url',
    placeholder: 'https://',
    check: optional(webAddress),
    test: 'https://accessible.stripe.com',
  },
];
