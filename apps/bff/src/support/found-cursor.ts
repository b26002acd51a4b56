import * as Type from 'typebox';
import { Value } from 'typebox/value';
import { problem } from '../http/index.ts';

/** The last seller of a page of those found by how something of theirs begins: the next page begins behind them. */
export interface Found {
  readonly by: 'email' | 'name';
  /** What they were found by, in lower case. */
  readonly key: string;
  readonly sellerId: string;
}

const FoundText = Type.Object(
  {
    by: Type.Enum(['email', 'name']),
    key: Type.String({ maxLength: 254 }),
    sellerId: Type.String({ pattern: String.raw`^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$` }),
  },
  { additionalProperties: false },
);

/** Returns a place in the list as text that means nothing to whoever passes it back. */
export function textFromFound({ by, key, sellerId }: Found): string {
  return Buffer.from(JSON.stringify({ by, key, sellerId })).toString('base64url');
}

/**
 * Returns the place in the list that a text stands for.
 *
 * @throws {Problem} `validation_failed` when it is not one of ours.
 */
export function foundFromText(text: string): Found {
  const place = parsed(Buffer.from(text, 'base64url').toString());
  if (Value.Check(FoundText, place) && !place.key.includes('\u0000')) return place;
  throw problem('validation_failed', { fields: [{ field: 'after', message: 'is not a page of this list' }] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
