import type { Field } from '../forms/fields.ts';
import type { Words } from '../words/english.ts';

/** A field that Stripe asks of an account. */
export type AskedField = Field<keyof Words['fields']>;
