import { problem } from './problem.ts';

/** The last row of a page, newest first: the next page begins behind it. */
export interface Cursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** Returns a cursor as text that means nothing to whoever passes it back. */
export function textFromCursor({ createdAt, id }: Cursor): string {
  return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

/** What ids look like: ours, and those of Stripe's events. PostgreSQL must not be asked about anything else. */
const ids = { uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u, event: /^\w{1,255}$/u } as const;

/**
 * Returns the cursor a text stands for, in a list of what has ids of a kind.
 *
 * @throws {Problem} `validation_failed` when it is not one of ours.
 */
export function cursorFromText(text: string, kind: keyof typeof ids = 'uuid'): Cursor {
  const match = /^(?<ms>\d{1,13}) (?<id>\S+)$/u.exec(Buffer.from(text, 'base64url').toString());
  const { ms, id } = match?.groups ?? {};
  if (id === undefined || !ids[kind].test(id))
    throw problem('validation_failed', { fields: [{ field: 'after', message: 'is not a page of this list' }] });
  return { createdAt: new Date(Number(ms)), id };
}

/** A page of a list, and where the next one begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** Makes a page of what was found; one more row is found than a page shows, to know whether there are more. */
export function pageFrom<Row>(found: readonly Row[], size: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, nextCursor: last && found.length > size ? textFromCursor(cursorOf(last)) : null };
}
