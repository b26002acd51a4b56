import { email, matching, passesLuhn, required, type Check } from '../../forms/checks.ts';
import type { Field } from '../../forms/fields.ts';
import type { cardWords } from './card-words.ts';

const cardNumber: Check = (value) => {
  const digits = value.replaceAll(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return 'wrong';
  return passesLuhn(digits) ? undefined : 'incorrect';
};

/** The card's last month must not be over. */
function expiry(now: () => Date): Check {
  return (value) => {
    const parts = expiryFromTyped(value);
    if (!parts) return 'wrong';
    const end = Date.UTC(parts.year, parts.month, 1);
    return end > now().getTime() ? undefined : 'expired';
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
export function cardFields(now: () => Date): readonly Field<keyof typeof cardWords>[] {
  return [
    {
      name: 'email',
      word: 'email',
      type: 'email',
      autocomplete: 'email',
      check: required(email),
      test: 'customer@example.com',
    },
    {
      name: 'cardNumber',
      word: 'cardNumber',
      inputMode: 'numeric',
      autocomplete: 'cc-number',
      placeholder: '1234 1234 1234 1234',
      check: required(cardNumber),
      test: '4242 4242 4242 4242',
    },
    {
      name: 'cardExpiry',
      word: 'cardExpiry',
      inputMode: 'numeric',
      autocomplete: 'cc-exp',
      placeholder: 'MM / YY',
      half: true,
      check: required(expiry(now)),
      test: '12 / 34',
    },
    {
      name: 'cardCvc',
      word: 'cardCvc',
      inputMode: 'numeric',
      autocomplete: 'cc-csc',
      placeholder: 'CVC',
      half: true,
      check: required(matching(/^\d{3,4}$/)),
      test: '123',
    },
    {
      name: 'billingName',
      word: 'billingName',
      autocomplete: 'cc-name',
      check: required(),
      test: 'Test Customer',
    },
  ];
}
