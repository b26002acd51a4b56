import type { Clause } from '../wire/search-query.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import type { Condition } from '../world/queries.ts';

/** What can be searched for, by Stripe's name: where the emulator keeps it, and whether it is a number. */
export type SearchFields = Readonly<Record<string, { readonly sql: string; readonly isNumber: boolean }>>;

const SHORTEST_PART = 3;

/**
 * Writes the clauses of a search as a condition that the store understands.
 *
 * @throws {StripeError} for a field that cannot be searched, or not in this way.
 */
export function conditionFor(
  fields: SearchFields,
  { clauses, any }: { readonly clauses: readonly Clause[]; readonly any: boolean },
): Condition {
  const written = clauses.map((clause) => clauseToSql(fields, clause));
  return {
    sql: `(${written.map(({ sql }) => sql).join(any ? ' or ' : ' and ')})`,
    values: written.flatMap(({ values }) => values),
  };
}

function clauseToSql(fields: SearchFields, clause: Clause): Condition {
  const { field, negated } = clause;
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const key = field.startsWith('metadata.') ? field.slice('metadata.'.length) : undefined;
  if (known === undefined && key === undefined) throw unsupported(field);
  const { sql, values } = comparison(known ?? METADATA, clause);
  const kept = key === undefined ? values : [key, ...values];
  // What has no value fits nothing that is asked for, and everything that is ruled out.
  return negated ? { sql: `not coalesce(${sql}, 0)`, values: kept } : { sql, values: kept };
}

/** Keys are the callers' own, so they are a value and no part of a path. */
const METADATA = {
  sql: `(select value from json_each(document, '$.metadata') where key = ?)`,
  isNumber: false,
} as const;

function comparison({ sql, isNumber }: SearchFields[string], { field, sign, wanted }: Clause): Condition {
  if (wanted === null) return { sql: `${sql} is null`, values: [] };
  if (isNumber) return { sql: `${sql} ${signOfNumbers(field, sign)} ?`, values: [numberFrom(field, wanted)] };
  if (sign === ':') return { sql: `lower(${sql}) = lower(?)`, values: [wanted] };
  if (sign !== '~') throw wrongWay(field, 'is a text and cannot be compared by size');
  if (wanted.length < SHORTEST_PART) throw wrongWay(field, `takes parts of at least ${SHORTEST_PART} characters`);
  return { sql: `instr(lower(${sql}), lower(?)) > 0`, values: [wanted] };
}

function signOfNumbers(field: string, sign: Clause['sign']): string {
  if (sign === '~') throw wrongWay(field, 'is a number and has no parts');
  return sign === ':' ? '=' : sign;
}

function numberFrom(field: string, wanted: string): number {
  if (!/^-?\d+$/u.test(wanted)) throw wrongWay(field, 'is a number');
  return Number(wanted);
}

function wrongWay(field: string, why: string): Error {
  return invalidParam(`We were unable to parse your search query: field \`${field}\` ${why}.`, 'query');
}

function unsupported(field: string): Error {
  return invalidParam(
    `Field \`${field}\` is an unsupported search field. See https://stripe.com/docs/search#query-fields-for-each-resource for a list of supported fields.`,
    'query',
  );
}
