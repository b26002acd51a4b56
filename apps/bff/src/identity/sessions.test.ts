import { getSeller, signIn, signOut } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, type SignedUp, startBareTestApp } from '../test/bare-test-app.ts';
import type { TestBrowser } from '../test/test-browser.ts';
import { createTestClock } from '../test/test-clock.ts';
import { forgetBefore } from './forgetting.ts';

const clock = createTestClock();
let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp({ now: clock.now });
});
afterAll(() => server.close());

const session = '__Host-session';
const isSignedIn = async (browser: TestBrowser): Promise<boolean> =>
  (await browser.send({ method: 'GET', url: getSeller.url })).statusCode === 200;
const signInAgain = (browser: TestBrowser, { email, password }: SignedUp) =>
  browser.send({
    method: 'POST',
    url: signIn.url,
    headers: { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' },
    body: JSON.stringify({ email, password }),
  });

test('the cookie is for this host alone, unreadable for scripts, and not sent from elsewhere', async () => {
  const seller = await server.signUp();
  const reply = await signInAgain(server.browser(), seller);
  const [sessionCookie, deviceCookie] = [reply.headers['set-cookie']].flat();
  expect(sessionCookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
  expect(deviceCookie).toMatch(
    /^__Host-device=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
  );
});

test('no body, no log line and no row holds a token', async () => {
  const seller = await server.signUp();
  const reply = await signInAgain(server.browser(), seller);
  const tokens = reply.cookies.map(({ value }) => value);
  const rows = await server.database.asSystem(
    (sql) => sql<{ row: string }>`select s::text as row from sessions s union select d::text from known_devices d`,
  );
  const everything = [reply.body, ...server.log, ...rows.map(({ row }) => row)].join('\n');
  expect(tokens).toHaveLength(2);
  for (const token of tokens) {
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(Buffer.from(token).toString('hex'));
  }
});

test('signing in makes a new token, and the one the browser had before is dead', async () => {
  const seller = await server.signUp();
  const planted = seller.cookies.get(session) ?? '';
  await signInAgain(seller, seller);
  expect(seller.cookies.get(session)).not.toBe(planted);
  const attacker = server.browser();
  attacker.cookies.set(session, planted);
  expect(await isSignedIn(attacker)).toBe(false);
  expect(await isSignedIn(seller)).toBe(true);
});

test('a token that somebody else thought of opens nothing, not even after signing in with it', async () => {
  const seller = await server.signUp();
  const browser = server.browser();
  const chosen = 'A'.repeat(43);
  browser.cookies.set(session, chosen);
  await signInAgain(browser, seller);
  expect(browser.cookies.get(session)).not.toBe(chosen);
});

test('half an hour without a request ends a session; each request begins it anew', async () => {
  const seller = await server.signUp();
  clock.advance({ minutes: 29 });
  expect(await isSignedIn(seller)).toBe(true);
  clock.advance({ minutes: 29 });
  expect(await isSignedIn(seller)).toBe(true);
  clock.advance({ minutes: 30 });
  expect(await isSignedIn(seller)).toBe(false);
});

test('twelve hours end a session, however much it is used', async () => {
  const seller = await server.signUp();
  for (let minute = 20; minute < 12 * 60; minute += 20) {
    clock.advance({ minutes: 20 });
    expect(await isSignedIn(seller)).toBe(true);
  }
  clock.advance({ minutes: 20 });
  expect(await isSignedIn(seller)).toBe(false);
});

test('signing out ends the session on the server and clears what the pages stored', async () => {
  const seller = await server.signUp();
  const token = seller.cookies.get(session) ?? '';
  const reply = await seller.send({
    method: 'DELETE',
    url: signOut.url,
    headers: { 'x-sellerdesk-client': 'web' },
  });
  expect(reply.statusCode).toBe(204);
  expect(reply.body).toBe('');
  expect(reply.headers['clear-site-data']).toBe('"cache", "storage"');
  expect(seller.cookies.has(session)).toBe(false);
  seller.cookies.set(session, token);
  expect(await isSignedIn(seller)).toBe(false);
});

test('another instance sees at once that a session ended', async () => {
  const seller = await server.signUp();
  const other = server.database.openAgain();
  await other.asSystem((sql) => sql`delete from sessions where seller_id = ${seller.seller.sellerId}`);
  await other.close();
  expect(await isSignedIn(seller)).toBe(false);
});

test.each(['', 'short', 'x'.repeat(44), `${'y'.repeat(42)}%`])('%j in the cookie is nobody', async (value) => {
  const browser = server.browser();
  browser.cookies.set(session, value);
  expect(await isSignedIn(browser)).toBe(false);
});

test('what is over is removed, and what is not stays', async () => {
  const over = await server.signUp();
  clock.advance({ minutes: 31 });
  const current = await server.signUp();
  await server.database.asSystem((sql) => forgetBefore(sql, clock.now()));
  const rows = await server.database.asSystem((sql) => sql<{ id: string }>`select seller_id as id from sessions`);
  const sellers = rows.map(({ id }) => id);
  expect(sellers).toContain(current.seller.sellerId);
  expect(sellers).not.toContain(over.seller.sellerId);
});
