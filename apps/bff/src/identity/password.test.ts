import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

test('a password is stored as a PHC string of argon2id with OWASP’s minimum', async () => {
  expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u);
});

test('the same password is never hashed to the same string', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
});

test.each([
  ['correct horse', 'correct horse', true],
  ['correct horse', 'Correct horse', false],
  ['correct horse', 'correct horse ', false],
  // The same word typed on two keyboards: one code point for é, and two.
  ['caf\u00E9 au lait', 'cafe\u0301 au lait', true],
])('%j, checked with %j: %s', async (set, tried, expected) => {
  expect(await isPassword(tried, await hashPassword(set))).toBe(expected);
});

test('a hash made elsewhere with other costs is checked with those', async () => {
  // Made with the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1 on the password "password".
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword('password', reference)).toBe(true);
  expect(await isPassword('passwore', reference)).toBe(false);
});

test('without a hash every password is wrong, and finding out takes as long', async () => {
  const hash = await hashPassword('right');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    known.push(await msOf(() => isPassword('wrong', hash)));
    unknown.push(await msOf(() => isPassword('wrong', undefined)));
  }
  expect(await isPassword('wrong', undefined)).toBe(false);
  expect(Math.abs(medianOf(known) - medianOf(unknown))).toBeLessThan(5);
});

test('a stored hash that cannot be read is our mistake, not a wrong password', async () => {
  await expect(isPassword('any', 'plain text')).rejects.toThrow('cannot be read');
});

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
