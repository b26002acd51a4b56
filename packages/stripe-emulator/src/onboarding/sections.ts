import type { Field, Typed } from '../forms/fields.ts';
import { businessFields } from './business-fields.ts';
import { personFields } from './person-fields.ts';
import { publicFields } from './public-fields.ts';

/** What may be changed after onboarding, in parts. */
export interface Section {
  /** What the platform is told when it is opened; Stripe publishes no list, so these names are the emulator's. */
  readonly name: string;
  readonly title: string;
  readonly fields: (answers: Typed, country: string) => readonly Field[];
}

export const sections: readonly Section[] = [
  { name: 'business_details', title: 'Business details', fields: businessFields },
  { name: 'personal_details', title: 'Personal details', fields: personFields },
  { name: 'public_details', title: 'Public details', fields: () => publicFields },
];
