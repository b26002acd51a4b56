import { FIRST_QUESTIONS } from '../world/requirements.ts';
import type { Collection } from '../world/state.ts';

export type { Collection } from '../world/state.ts';

/** Everything that is due. */
export const EVERYTHING: Collection = { fields: 'currently_due', exclude: [] };

/** Stripe's names of what is asked besides its first questions. */
const MORE_QUESTIONS: readonly (readonly [requirement: string, answer: string])[] = [
  ['business_profile.name', 'business_name'],
  ['business_profile.product_description', 'product_description'],
  ['company.name', 'company_name'],
  ['company.tax_id', 'tax_id'],
  ['individual.address.state', 'address_state'],
  ['individual.verification.document', 'document'],
  ['external_account', 'account_holder_name'],
  ['external_account', 'routing_number'],
];

/** Lists what Stripe calls the question that a field answers; a date of birth answers three. */
export function requirementsBehind(field: string): readonly string[] {
  return [...FIRST_QUESTIONS, ...MORE_QUESTIONS].filter(([, answer]) => answer === field).map(([name]) => name);
}

/** Says whether the platform wants a requirement collected. */
export function collects({ only, exclude }: Collection, requirement: string): boolean {
  const isMeant = (pattern: string): boolean => expressionOf(pattern).test(requirement);
  return (only === undefined || only.some(isMeant)) && !exclude.some(isMeant);
}

/** Says whether a field has anything to ask that the platform wants collected. */
export function collectsField(collection: Collection, field: string): boolean {
  return requirementsBehind(field).some((requirement) => collects(collection, requirement));
}

/** The only person here is the representative, and is called by either name. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern.replace(/^representative\./u, 'individual.').split(/\*+/u);
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/gu, String.raw`\$&`)).join('.*')}$`);
}
