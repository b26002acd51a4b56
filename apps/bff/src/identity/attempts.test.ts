import { signIn, signUp } from '@sellerdesk/contract';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openOwnerPool } from '../database/index.ts';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { connectionsOf } from '../test/connections-of.ts';
import { patiently } from '../test/patiently.ts';
import type { TestBrowser } from '../test/test-browser.ts';
import { createTestClock } from '../test/test-clock.ts';
import { countAttempt, limitsOfGuessing, takeAttemptBack } from './attempts.ts';

const clock = createTestClock();
let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp({ now: clock.now, env: { TRUST_PROXY: '10.0.0.1' } });
});
beforeEach(() => server.database.asSystem((sql) => sql`delete from recent_attempts`));
afterAll(() => server.close());

/** Returns what came of one guess: the problem's code, or `in`. */
async function guess(browser: TestBrowser, email: string, password = 'wrong guess'): Promise<string> {
  try {
    await browser.client(signIn, { body: { email, password } });
    return 'in';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const address = (number: number): string => `203.0.${number >> 8}.${number & 255}`;
const counted = (outcomes: readonly string[], outcome: string): number =>
  outcomes.filter((one) => one === outcome).length;

test('of a thousand guesses at one account from everywhere ten are evaluated, and then even the right one is refused', async () => {
  const { email, password } = await server.signUp();
  const outcomes: string[] = [];
  for (let batch = 0; batch < 20; batch += 1) {
    const guesses = Array.from({ length: 50 }, (_, index) =>
      guess(server.browser({ address: address(batch * 50 + index) }), email),
    );
    outcomes.push(...(await Promise.all(guesses)));
  }
  expect(counted(outcomes, 'wrong_credentials')).toBe(10);
  expect(counted(outcomes, 'too_many_attempts')).toBe(990);
  expect(await guess(server.browser({ address: '198.51.100.1' }), email, password)).toBe('too_many_attempts');
});

test('meanwhile the owner gets in on a device they have used before', async () => {
  const owner = await server.signUp();
  for (let number = 0; number < 12; number += 1) await guess(server.browser({ address: address(number) }), owner.email);
  expect(await guess(server.browser(), owner.email, owner.password)).toBe('too_many_attempts');
  expect(await guess(owner, owner.email, owner.password)).toBe('in');
});

test('a known device has a limit of its own', async () => {
  const owner = await server.signUp();
  const outcomes: string[] = [];
  for (let number = 0; number < 12; number += 1) outcomes.push(await guess(owner, owner.email));
  expect(counted(outcomes, 'wrong_credentials')).toBe(10);
  expect(outcomes.slice(10)).toEqual(['too_many_attempts', 'too_many_attempts']);
});

test('the device of one seller is unknown to another', async () => {
  const [owner, other] = [await server.signUp(), await server.signUp()];
  for (let number = 0; number < 12; number += 1) await guess(server.browser({ address: address(number) }), owner.email);
  expect(await guess(other, owner.email, owner.password)).toBe('too_many_attempts');
});

test('an unknown address is limited like a known one', async () => {
  const outcomes: string[] = [];
  for (let number = 0; number < 12; number += 1)
    outcomes.push(await guess(server.browser({ address: address(number) }), 'nobody@example.com'));
  expect(counted(outcomes, 'wrong_credentials')).toBe(10);
});

test('the answer says how long to wait, and after that it works', async () => {
  const { email, password } = await server.signUp();
  for (let number = 0; number < 10; number += 1) await guess(server.browser(), email);
  clock.advance({ minutes: 5 });
  const refused = server.browser().client(signIn, { body: { email, password } });
  await expect(refused).rejects.toMatchObject({ problem: { status: 429, retryAfterSeconds: 600 } });
  clock.advance({ seconds: 599 });
  expect(await guess(server.browser(), email, password)).toBe('too_many_attempts');
  clock.advance({ seconds: 1 });
  expect(await guess(server.browser(), email, password)).toBe('in');
});

test('signing in rightly costs nothing, however often', async () => {
  const { email, password } = await server.signUp();
  for (let number = 0; number < 15; number += 1)
    expect(await guess(server.browser({ address: address(number) }), email, password)).toBe('in');
});

test('one attempt is counted while another from the same address is taken back, and neither fails', async () => {
  const at = clock.now();
  const [first, second] = [
    limitsOfGuessing('a@example.com', address(1)),
    limitsOfGuessing('b@example.com', address(1)),
  ];
  const attempt = await server.database.asSystem((sql) => countAttempt(sql, first, at));
  // From now on PostgreSQL finds everybody's row before that of the address.
  await server.database.asSystem(
    (sql) => sql`update recent_attempts set updated_at = ${at} where bucket like 'address:%'`,
  );
  await knowSizes();
  const halfWay = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const counting = server.database.asSystem(async (sql) => {
    await countAttempt(sql, second.slice(0, 2), at);
    halfWay.resolve(undefined);
    await goOn.promise;
    await countAttempt(sql, second.slice(2), at);
  });
  await halfWay.promise;
  const takingBack = server.database.asSystem((sql) => takeAttemptBack(sql, attempt));
  await vi.waitFor(async () => {
    const waiting = (await connectionsOf(server.database)).filter(({ isWaitingForLock }) => isWaitingForLock);
    expect(waiting).toHaveLength(1);
  }, patiently);
  goOn.resolve(undefined);
  await expect(Promise.all([counting, takingBack])).resolves.toBeDefined();
});

test('right sign-ins from one address get in, however they overlap', async () => {
  const sellers = await Promise.all(Array.from({ length: 12 }, () => server.signUp()));
  const signInAll = (): Promise<string[]> =>
    Promise.all(sellers.map(({ email, password }) => guess(server.browser(), email, password)));
  const outcomes = await signInAll();
  await knowSizes();
  // Passwords are looked at in turn: while one attempt is taken back, others of the next round are counted.
  for (const round of [signInAll(), signInAll(), signInAll()]) outcomes.push(...(await round));
  expect(new Set(outcomes)).toEqual(new Set(['in']));
});

/** As in a database that has been in use: PostgreSQL knows how small this table is and reads it from its beginning. */
async function knowSizes(): Promise<void> {
  const owner = openOwnerPool(server.database.url, 1);
  await owner.pool.query('analyze recent_attempts');
  await owner.close();
}

/** Makes as many attempts of each that was made in a kind of bucket. */
async function multiply(bucket: string, times: number): Promise<void> {
  // From now on PostgreSQL finds everybody's row before that of the address.
  await server.database.asSystem(
    (sql) => sql`update recent_attempts set attempted_at = array_fill(attempted_at[1], array[${times}::int])
      where bucket like ${`${bucket}:%`}`,
  );
}

test.each([
  ['an address of IPv4', () => ({ address: '203.0.113.1' })],
  [
    'an address of IPv4 written as IPv6',
    (number: number) => ({ address: `${number % 2 ? '' : '::ffff:'}203.0.113.1` }),
  ],
  ['a network of IPv6', (number: number) => ({ address: `2001:db8:1:2:${number.toString(16)}::9` })],
  ['who writes proxy headers themselves', (i: number) => ({ headers: { 'x-forwarded-for': address(i) } })],
])('%s guesses at fifty accounts and not at more', async (_, from) => {
  await guess(server.browser(from(0)), 'somebody@example.com');
  await multiply('address', 48);
  const outcomes: string[] = [];
  for (let number = 1; number < 5; number += 1)
    outcomes.push(await guess(server.browser(from(number)), `somebody${number}@example.com`));
  expect(outcomes).toEqual(['wrong_credentials', 'wrong_credentials', 'too_many_attempts', 'too_many_attempts']);
});

test('another network of IPv6 is somebody else', async () => {
  await guess(server.browser({ address: '2001:db8:1:2::1' }), 'somebody@example.com');
  await multiply('address', 50);
  expect(await guess(server.browser({ address: '2001:db8:1:2::2' }), 'b@example.com')).toBe('too_many_attempts');
  expect(await guess(server.browser({ address: '2001:db8:1:3::1' }), 'c@example.com')).toBe('wrong_credentials');
});

const through = (client: string): TestBrowser =>
  server.browser({ address: '10.0.0.1', headers: { 'x-forwarded-for': `6.6.6.6, ${client}` } });

test('behind our own proxy it is the address the proxy saw that counts', async () => {
  await guess(through('203.0.113.1'), 'somebody@example.com');
  await multiply('address', 50);
  expect(await guess(through('203.0.113.1'), 'a@example.com')).toBe('too_many_attempts');
  expect(await guess(through('203.0.113.2'), 'a@example.com')).toBe('wrong_credentials');
});

test('signing up is limited too, since it tells which addresses are taken', async () => {
  const body = { email: 'one@example.com', password: 'correct horse', businessName: 'Pots', country: 'GB' };
  const codeOf = (): Promise<unknown> =>
    server
      .browser()
      .client(signUp, { body })
      .then(
        () => 'in',
        (error: unknown) => Reflect.get(Object(error), 'code'),
      );
  expect(await codeOf()).toBe('in');
  await multiply('sign-up', 198);
  expect([await codeOf(), await codeOf(), await codeOf()]).toEqual(['email_taken', 'email_taken', 'too_many_attempts']);
});
