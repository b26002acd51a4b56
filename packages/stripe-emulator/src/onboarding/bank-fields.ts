import { matching, required } from '../forms/checks.ts';
import type { Field } from '../forms/fields.ts';

const holder: Field = {
  name: 'account_holder_name',
  label: 'Account holder',
  autocomplete: 'name',
  check: required('the account holder'),
  test: 'Jenny Rosen',
};

const usAccountNumber: Field = {
  name: 'account_number',
  label: 'Account number',
  inputMode: 'numeric',
  hint: 'In test mode: 000123456789 works, 000111111116 makes payouts fail.',
  check: required('the account number', matching(/^\d{4,17}$/, 'Enter 4 to 17 digits.')),
  test: '000123456789',
};

const iban: Field = {
  name: 'account_number',
  label: 'IBAN',
  hint: 'In test mode: DE89370400440532013000 works, DE62370400440532013001 makes payouts fail.',
  check: required('the IBAN', matching(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/i, 'Enter the IBAN without spaces.')),
  test: 'DE89370400440532013000',
};

const byCountry: Record<string, readonly Field[]> = {
  US: [
    {
      name: 'routing_number',
      label: 'Routing number',
      inputMode: 'numeric',
      check: required('the routing number', matching(/^\d{9}$/, 'A routing number has nine digits.')),
      test: '110000000',
    },
    usAccountNumber,
  ],
  GB: [
    {
      name: 'routing_number',
      label: 'Sort code',
      inputMode: 'numeric',
      check: required('the sort code', matching(/^\d{2}-?\d{2}-?\d{2}$/, 'A sort code has six digits.')),
      test: '108800',
    },
    { ...usAccountNumber, hint: 'In test mode: 00012345 works.', test: '00012345' },
  ],
};

/** Gives the fields that name a bank account in a country; where Stripe takes an IBAN, that is all. */
export function bankFields(country: string): readonly Field[] {
  return [holder, ...(byCountry[country] ?? [iban])];
}
