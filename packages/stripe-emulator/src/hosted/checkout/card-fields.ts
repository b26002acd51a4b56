import { email, matching, passesLuhn, required, type Check } from '../../forms/checks.ts';
import type { Field } from '../../forms/fields.ts';

const cardNumber: Check = (value) => {
  const digits = value.replaceAll(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return 'Enter the number on the front of the card.';
  return passesLuhn(digits) ? undefined : 'Your card number is incorrect.';
};

/** The card's last month must not be over. */
function expiry(now: () => Date): Check {
  return (value) => {
    const parts = expiryFromTyped(value);
    if (!parts) return 'Enter month and year, for example 12 / 34.';
    const end = Date.UTC(parts.year, parts.month, 1);
    return end > now().getTime() ? undefined : 'Your card has expired.';
  };
}

/** Reads `MM / YY` or `MM / YYYY`; undefined when it is neither. */
export function expiryFromTyped(value: string): { month: number; year: number } | undefined {
  const match = /^(0?[1-9]|1[0-2])\s*\/?\s*(\d{2}|\d{4})$/.exec(value.trim());
  if (!match) return undefined;
  const year = Number(match[2]);
  return { month: Number(match[1]), year: year < 100 ? 2000 + year : year };
}

/** The form of Checkout. `now` is the emulator's clock: it decides which cards are over. */
export function cardFields(now: () => Date): readonly Field[] {
  return [
    {
      name: 'email',
      label: 'Email',
      type: 'email',
      autocomplete: 'email',
      check: required('your e-mail address', email),
      test: 'customer@example.com',
    },
    {
      name: 'cardNumber',
      label: 'Card number',
      inputMode: 'numeric',
      autocomplete: 'cc-number',
      placeholder: '1234 1234 1234 1234',
      check: required('the card number', cardNumber),
      test: '4242 4242 4242 4242',
    },
    {
      name: 'cardExpiry',
      label: 'Expiry',
      inputMode: 'numeric',
      autocomplete: 'cc-exp',
      placeholder: 'MM / YY',
      half: true,
      check: required('the expiry date', expiry(now)),
      test: '12 / 34',
    },
    {
      name: 'cardCvc',
      label: 'CVC',
      inputMode: 'numeric',
      autocomplete: 'cc-csc',
      placeholder: 'CVC',
      half: true,
      check: required('the CVC', matching(/^\d{3,4}$/, 'Enter the three or four digits of the CVC.')),
      test: '123',
    },
    {
      name: 'billingName',
      label: 'Name on card',
      autocomplete: 'cc-name',
      check: required('the name on the card'),
      test: 'Test Customer',
    },
  ];
}
