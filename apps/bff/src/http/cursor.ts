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

/**
 * Returns the cursor a text stands for.
 *
 * @throws {Problem} `validation_failed` when it is not one of ours.
 */
export function cursorFromText(text: string): Cursor {
  const match = /^(?<ms>\d{1,13}) (?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/u.exec(
    Buffer.from(text, 'base64url').toString(),
  );
  const { ms, id } = match?.groups ?? {};
  if (id === undefined)
    throw problem('validation_failed', { fields: [{ field: 'after', message: 'is not a page of this list' }] });
  return { createdAt: new Date(Number(ms)), id };
}
