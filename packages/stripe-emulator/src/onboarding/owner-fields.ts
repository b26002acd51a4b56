import { birthDate, email, matching, oneOf, required } from '../forms/checks.ts';
import type { Field, Typed } from '../forms/fields.ts';
import { OWNER_SLOTS } from '../world/people.ts';

const counts = [
  ['0', 'Nobody else'],
  ['1', 'One person more'],
  ['2', 'Two people more'],
  ['3', 'Three people more'],
] as const;

/** Asks a company how many others own a part that counts. */
export function ownerCountFields({ business_type: type }: Typed): readonly Field[] {
  if (type !== 'company') return [];
  const field: Field = {
    name: 'further_owners',
    label: 'Who else owns 25 percent or more?',
    options: counts,
    check: oneOf(counts, 'how many'),
    test: '0',
  };
  return [field];
}

/** Asks who the others are. */
export function ownerFields({ business_type: type, further_owners: count = '0' }: Typed): readonly Field[] {
  if (type !== 'company') return [];
  return OWNER_SLOTS.slice(0, Number(count)).flatMap((slot, index) => fieldsOf(slot, index + 1));
}

function fieldsOf(slot: string, number: number): readonly Field[] {
  const whose = `Owner ${number}: `;
  const half = (name: string, label: string, test: string): Field => ({
    name: `${slot}_${name}`,
    label: `${whose}${label}`,
    half: true,
    check: required(`a value for “${whose}${label}”`),
    test,
  });
  return [
    half('first_name', 'first name', 'Ada'),
    half('last_name', 'last name', 'Rosen'),
    {
      ...half('email', 'email', `ada${number}@example.com`),
      type: 'email',
      check: required('an e-mail address', email),
    },
    { ...half('dob', 'date of birth', '1901-01-01'), type: 'date', check: birthDate(() => new Date()) },
    {
      ...half('percent', 'share in percent', '25'),
      inputMode: 'numeric',
      check: required('a share', matching(/^(2[5-9]|[3-9]\d|100)$/, 'Enter a whole number from 25 to 100.')),
    },
  ];
}
