import { invalidParam } from './stripe-error.ts';

/** One condition of a search. */
export interface Clause {
  readonly field: string;
  readonly sign: ':' | '~' | '>' | '<' | '>=' | '<=';
  /** Null asks for what has no value. */
  readonly wanted: string | null;
  readonly negated: boolean;
}

interface Search {
  readonly clauses: readonly Clause[];
  /** True when one fitting clause is enough: they were joined with OR. */
  readonly any: boolean;
}

const CLAUSE =
  /^(?<minus>-?)(?<name>[a-z][a-z\d_.]*)(?:\[(?<quote>["'])(?<key>(?:\\.|(?!\k<quote>).)+)\k<quote>\])?\s*(?<sign>>=|<=|:|~|>|<)\s*(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<bare>[\w.-]+))/u;
const JOINT = /^\s+(?:(?<word>AND|OR)\s+)?/iu;
const MOST_CLAUSES = 10;

/**
 * Reads a query of Stripe's search language: clauses joined by AND, or by OR, never by both.
 *
 * @throws {StripeError} for what is no query.
 */
export function readSearch(query: string): Search {
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  for (;;) {
    const found = CLAUSE.exec(rest);
    if (found === null) throw notUnderstood(query);
    clauses.push(clauseFrom(found.groups ?? {}));
    rest = rest.slice(found[0].length);
    if (rest === '') break;
    const joint = JOINT.exec(rest);
    if (joint === null) throw notUnderstood(query);
    joints.add((joint.groups?.['word'] ?? 'AND').toUpperCase());
    rest = rest.slice(joint[0].length);
  }
  if (joints.size > 1) throw invalidParam('You cannot combine AND and OR in the same query.', 'query');
  if (clauses.length > MOST_CLAUSES) throw invalidParam(`A query can have at most ${MOST_CLAUSES} clauses.`, 'query');
  return { clauses, any: joints.has('OR') };
}

function clauseFrom(groups: Readonly<Record<string, string | undefined>>): Clause {
  const { minus, name = '', key, sign, double, single, bare } = groups;
  const text = double ?? single;
  return {
    field: key === undefined ? name : `${name}.${unescaped(key)}`,
    sign: SIGNS.find((known) => known === sign) ?? ':',
    wanted: text === undefined ? (bare === 'null' ? null : (bare ?? '')) : unescaped(text),
    negated: minus === '-',
  };
}

const SIGNS = [':', '~', '>=', '<=', '>', '<'] as const;

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gu, '$1');
}

function notUnderstood(query: string): Error {
  return invalidParam(
    `We were unable to parse your search query: ${query}. See https://stripe.com/docs/search#search-query-language for the language.`,
    'query',
  );
}
