import type { FieldWords } from '../../forms/fields.ts';

/** What Checkout says of its fields: it is in English. */
export const cardWords = {
  billingName: { label: 'Name on card', missing: 'Enter the name on the card.' },
  cardCvc: { label: 'CVC', missing: 'Enter the CVC.', wrong: 'Enter the three or four digits of the CVC.' },
  cardExpiry: {
    label: 'Expiry',
    missing: 'Enter the expiry date.',
    wrong: 'Enter month and year, for example 12 / 34.',
    expired: 'Your card has expired.',
  },
  cardNumber: {
    label: 'Card number',
    missing: 'Enter the card number.',
    wrong: 'Enter the number on the front of the card.',
    incorrect: 'Your card number is incorrect.',
  },
  email: {
    label: 'Email',
    missing: 'Enter your e-mail address.',
    wrong: 'Enter an e-mail address like name@example.com.',
  },
} satisfies Record<string, FieldWords>;
