import { matching, required } from '../forms/checks.ts';
import type { AskedField } from './asked-field.ts';

const holder: AskedField = {
  name: 'account_holder_name',
  word: 'account_holder_name',
  autocomplete: 'name',
  check: required(),
  test: 'Jenny Rosen',
};

const usAccountNumber: AskedField = {
  name: 'account_number',
  word: 'account_number',
  inputMode: 'numeric',
  check: required(matching(/^\d{4,17}$/)),
  test: '000123456789',
};

const iban: AskedField = {
  name: 'account_number',
  word: 'iban',
  check: required(matching(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/i)),
  test: 'DE89370400440532013000',
};

const byCountry: Record<string, readonly AskedField[]> = {
  US: [
    {
      name: 'routing_number',
      word: 'routing_number',
      inputMode: 'numeric',
      check: required(matching(/^\d{9}$/)),
      test: '110000000',
    },
    usAccountNumber,
  ],
  GB: [
    {
      name: 'routing_number',
      word: 'sort_code',
      inputMode: 'numeric',
      check: required(matching(/^\d{2}-?\d{2}-?\d{2}$/)),
      test: '108800',
    },
    { ...usAccountNumber, word: 'account_number_gb', test: '00012345' },
  ],
};

/** Gives the fields that name a bank account in a country; where Stripe takes an IBAN, that is all. */
export function bankFields(country: string): readonly AskedField[] {
  return [holder, ...(byCountry[country] ?? [iban])];
}
