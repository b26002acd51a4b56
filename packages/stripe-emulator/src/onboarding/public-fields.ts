import { email, matching, optional, webAddress } from '../forms/checks.ts';
import type { AskedField } from './asked-field.ts';

/** What customers see of a business: on the statement of their card, and where they ask for help. */
export const publicFields: readonly AskedField[] = [
  {
    name: 'statement_descriptor',
    word: 'statement_descriptor',
    check: optional(matching(/^(?=.*[A-Za-z])[^<>\\'"*]{5,22}$/u)),
    test: 'TEST SHOP',
  },
  {
    name: 'support_email',
    word: 'support_email',
    type: 'email',
    autocomplete: 'email',
    check: optional(email),
    test: 'help@example.com',
  },
  {
    name: 'support_phone',
    word: 'support_phone',
    type: 'tel',
    autocomplete: 'tel',
    check: optional(matching(/^[+\d][\d\s()-]{5,}$/)),
    test: '0000000000',
  },
  {
    name: 'support_url',
    word: 'support_url',
    type: 'url',
    autocomplete: 'url',
    placeholder: 'https://',
    check: optional(webAddress),
    test: 'https://accessible.stripe.com',
  },
];
