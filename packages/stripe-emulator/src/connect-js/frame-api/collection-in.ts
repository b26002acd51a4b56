import type { Collection } from '../../world/state.ts';
import type { Asked } from './asked.ts';
import { unclear } from './refusal.ts';

/** Reads what the platform wants collected. A session that may not collect bank accounts is not asked for one. */
export function collectionIn({ query, may }: Asked): Collection {
  const fields = query.get('fields') ?? 'currently_due';
  if (fields !== 'currently_due' && fields !== 'eventually_due') throw unclear('collectionOptions.fields');
  const futureRequirements = query.get('future') ?? 'omit';
  if (futureRequirements !== 'omit' && futureRequirements !== 'include')
    throw unclear('collectionOptions.futureRequirements');
  const only = query.getAll('only');
  const exclude = query.getAll('exclude');
  if (only.length > 0 && exclude.length > 0) throw unclear('collectionOptions.requirements');
  return {
    fields,
    futureRequirements,
    ...(only.length > 0 && { only }),
    exclude: may('external_account_collection') ? exclude : [...exclude, 'external_account'],
  };
}
