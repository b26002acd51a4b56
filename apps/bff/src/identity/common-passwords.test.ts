import { expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

test.each([
  'password',
  'Password123',
  'QWERTYUIOP',
  '12345678',
  'aaaaaaaa',
  'abababab',
  'ada@example.com',
  'Ada’s pots',
])('%s is guessed first', (password) => {
  expect(isCommonPassword(password, ['Ada@example.com', 'Ada’s pots'])).toBe(true);
});

test.each(['correct horse battery', 'wheel-kiln-glaze', 'password of my own', 'ada@example.org'])(
  '%s is not',
  (password) => {
    expect(isCommonPassword(password, ['ada@example.com'])).toBe(false);
  },
);
