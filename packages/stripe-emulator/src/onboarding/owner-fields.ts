import { birthDate, email, matching, oneOf, required } from '../forms/checks.ts';
import type { Typed } from '../forms/fields.ts';
import { OWNER_SLOTS } from '../world/people.ts';
import type { AskedField } from './asked-field.ts';

const counts = ['0', '1', '2', '3'] as const;

/** Asks a company how many others own a part that counts. */
export function ownerCountFields({ business_type: type }: Typed): readonly AskedField[] {
  if (type !== 'company') return [];
  return [{ name: 'further_owners', word: 'further_owners', options: counts, check: oneOf(counts), test: '0' }];
}

/** Asks who the others are. */
export function ownerFields({ business_type: type, further_owners: count = '0' }: Typed): readonly AskedField[] {
  if (type !== 'company') return [];
  return OWNER_SLOTS.slice(0, Number(count)).flatMap(fieldsOf);
}

function fieldsOf(slot: (typeof OWNER_SLOTS)[number], index: number): readonly AskedField[] {
  return [
    half(`${slot}_first_name`, 'Ada'),
    half(`${slot}_last_name`, 'Rosen'),
    { ...half(`${slot}_email`, `ada${index + 1}@example.com`), type: 'email', check: required(email) },
    { ...half(`${slot}_dob`, '1901-01-01'), type: 'date', check: birthDate(() => new Date()) },
    {
      ...half(`${slot}_percent`, '25'),
      inputMode: 'numeric',
      check: required(matching(/^(2[5-9]|[3-9]\d|100)$/)),
    },
  ];
}

function half(name: AskedField['word'], test: string): AskedField {
  return { name, word: name, half: true, check: required(), test };
}
