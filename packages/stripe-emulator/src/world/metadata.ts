import { invalidParam } from '../wire/stripe-error.ts';
import type { Metadata } from './state.ts';

const MOST_KEYS = 50;

/** What a request says of metadata: an empty value takes its key away, an empty text takes all of them. */
export type MetadataWish = Metadata | '';

/**
 * Adds to metadata, or takes away from it; what is new has none yet.
 *
 * @throws {StripeError} when there would be more keys than Stripe keeps.
 */
export function mergedMetadata(known: Metadata, wish: MetadataWish = {}): Metadata {
  if (wish === '') return {};
  const kept = Object.entries({ ...known, ...wish }).filter(([, value]) => value !== '');
  if (kept.length > MOST_KEYS) throw invalidParam(`Metadata can have at most ${MOST_KEYS} keys.`, 'metadata');
  return Object.fromEntries(kept);
}
