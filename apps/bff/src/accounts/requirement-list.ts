import type { Requirement } from '@sellerdesk/contract';
import { labelOfRequirement } from './requirement-label.ts';

/** One thing that is due, as either of Stripe's account APIs says it. */
export interface DueField {
  readonly field: string;
  readonly isPastDue: boolean;
  /** Why what was sent before was not accepted. */
  readonly reason: string | undefined;
}

/**
 * Returns what a seller has to provide: Stripe asks for day, month and year of a birth date one by one, and a seller sees
 * one thing. What is past due comes first.
 */
export function requirementsFrom(due: readonly DueField[]): Requirement[] {
  const byLabel = Map.groupBy(due, ({ field }) => labelOfRequirement(field));
  const requirements = [...byLabel].map(([label, fields]) => requirementFrom(label, fields));
  return requirements.toSorted((a, b) => Number(b.pastDue) - Number(a.pastDue) || a.label.localeCompare(b.label, 'en'));
}

/** Returns Stripe's names in alphabetical order, each once. */
export function fieldNames(due: readonly DueField[]): string[] {
  return [...new Set(due.map(({ field }) => field))].toSorted();
}

function requirementFrom(label: string, fields: readonly DueField[]): Requirement {
  const problem = fields.find(({ reason }) => reason !== undefined)?.reason;
  return {
    field: fields.map(({ field }) => field).join(', '),
    label,
    pastDue: fields.some(({ isPastDue }) => isPastDue),
    ...(problem !== undefined && { problem }),
  };
}
