import type { Values } from '../../protocol.ts';

/** Writes the page's `collectionOptions` as the server reads them. What is none of theirs is left out. */
export function collectionQuery({ collectionOptions, skipTermsOfServiceCollection }: Values): string {
  const { fields, futureRequirements, requirements } = partsOf(collectionOptions);
  const { only, exclude } = partsOf(requirements);
  const query = new URLSearchParams();
  if (typeof fields === 'string') query.set('fields', fields);
  if (typeof futureRequirements === 'string') query.set('future', futureRequirements);
  for (const pattern of textsIn(only)) query.append('only', pattern);
  for (const pattern of textsIn(exclude)) query.append('exclude', pattern);
  // Stripe's own words: what that setter does is now a restriction of requirements.
  if (skipTermsOfServiceCollection === true && !query.has('only')) query.append('exclude', 'tos_acceptance.*');
  return query.toString();
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
