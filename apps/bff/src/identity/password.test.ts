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

test('without a hash every password is wrong, and finding out is as much work', async () => {
  const hash = await hashPassword('right');
  const known = await cpuOf(() => isPassword('wrong', hash));
  const unknown = await cpuOf(() => isPassword('wrong', undefined));
  expect(await isPassword('wrong', undefined)).toBe(false);
  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});

test('a stored hash that cannot be read is our mistake, not a wrong password', async () => {
  await expect(isPassword('any', 'plain text')).rejects.toThrow('cannot be read');
});

/** Returns the work of this process alone: how busy the machine is does not show in it. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let round = 0; round < 15; round += 1) await work();
  return process.cpuUsage(before).user;
}
