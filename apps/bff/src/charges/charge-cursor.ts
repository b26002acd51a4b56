import { problem } from '../http/problem.ts';
import type { ChargeCursor } from './charge-store.ts';

/** Returns a cursor as text that means nothing to whoever passes it back. */
export function textFromCursor({ createdAt, chargeId }: ChargeCursor): string {
  return Buffer.from(`${createdAt.getTime()} ${chargeId}`).toString('base64url');
}

/**
 * Returns the cursor a text stands for.
 *
 * @throws {Problem} `validation_failed` when it is not one of ours.
 */
export function cursorFromText(text: string): ChargeCursor {
  const match = /^(?<ms>\d{1,13}) (?<chargeId>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/u.exec(
    Buffer.from(text, 'base64url').toString(),
  );
  const { ms, chargeId } = match?.groups ?? {};
  if (chargeId === undefined)
    throw problem('validation_failed', { fields: [{ field: 'after', message: 'is not a page of this list' }] });
  return { createdAt: new Date(Number(ms)), chargeId };
}
