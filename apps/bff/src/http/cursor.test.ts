import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { cursorFromText, pageFrom, textFromCursor } from './cursor.ts';

const cursor = { createdAt: new Date(1_790_000_000_123), id: '5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11' };

test('a cursor survives the way to the browser and back', () => {
  expect(cursorFromText(textFromCursor(cursor))).toEqual(cursor);
});

test('a cursor in a list of events has the id of one', () => {
  const last = { ...cursor, id: 'evt_1Ab2' };
  expect(cursorFromText(textFromCursor(last), 'event')).toEqual(last);
  expect(() => cursorFromText(textFromCursor(last))).toThrow(Problem);
});

test('a page has no cursor when it is the last', () => {
  const rows = [cursor, cursor, cursor];
  expect(pageFrom(rows, 3, (row) => row)).toEqual({ rows, nextCursor: null });
  expect(pageFrom(rows, 2, (row) => row)).toEqual({ rows: rows.slice(0, 2), nextCursor: textFromCursor(cursor) });
  expect(pageFrom([], 2, () => cursor)).toEqual({ rows: [], nextCursor: null });
});

test.each([
  '',
  'x',
  Buffer.from("1 '; drop table charges").toString('base64url'),
  Buffer.from('9 abc').toString('base64url'),
])('%j is no page of this list', (text) => {
  expect(() => cursorFromText(text)).toThrow(Problem);
});
