import type { Typed } from '../forms/fields.ts';
import type { Words } from '../words/english.ts';
import type { AskedField } from './asked-field.ts';
import { businessFields } from './business-fields.ts';
import { personFields } from './person-fields.ts';
import { publicFields } from './public-fields.ts';

/** What may be changed after onboarding, in parts. */
export interface Section {
  /** What the platform is told when it is opened; Stripe publishes no list, so these names are the emulator's. */
  readonly name: keyof Words['account']['sections'];
  readonly fields: (answers: Typed, country: string) => readonly AskedField[];
}

export const sections: readonly Section[] = [
  { name: 'business_details', fields: businessFields },
  { name: 'personal_details', fields: personFields },
  { name: 'public_details', fields: () => publicFields },
];
