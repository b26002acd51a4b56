import type { ClientBase } from 'pg';

/** What may stand for a parameter; objects go in as JSON, arrays as PostgreSQL arrays. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Buffer
  | null
  | readonly string[]
  | readonly Date[]
  | Readonly<Record<string, unknown>>;

/**
 * Runs a statement inside the surrounding transaction and returns its rows. Everything interpolated is sent as a
 * parameter, never as text. `bigint` columns come back as bigint, `timestamptz` as Date.
 *
 * The row type is the caller's claim about the statement's columns; it stands beside the statement for that reason.
 */
export type Sql = <Row extends object = never>(
  text: TemplateStringsArray,
  ...values: readonly SqlValue[]
) => Promise<Row[]>;

/** Returns the statement tag of one connection. */
export function sqlOf(client: ClientBase): Sql {
  return async <Row extends object>(text: TemplateStringsArray, ...values: readonly SqlValue[]): Promise<Row[]> => {
    const { rows } = await client.query<Row>({ text: numbered(text), values: [...values] });
    return rows;
  };
}

/** Joins the template's parts with $1, $2, … */
function numbered(parts: readonly string[]): string {
  return parts.reduce((text, part, index) => `${text}$${index}${part}`);
}
