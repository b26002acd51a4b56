import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { resolveAccountSession } from '../../world/account-sessions.ts';
import { startSignIn } from '../../world/sign-ins.ts';
import type { AccountSession } from '../../world/state.ts';

let app: TestApp;
let secret: string;

beforeEach(async () => {
  app = await startTestApp();
  secret = secretFor(app.world, newAccount(app.world).id, { account_onboarding: [] });
});
afterEach(() => app.server.close());

function session(): AccountSession {
  const found = resolveAccountSession(app.world, secret);
  if (found === undefined) throw new Error('The session is over');
  return found;
}

const windowOf = () => new URL(startSignIn(app.world, session())).pathname;
const get = (url: string) => app.server.inject({ url });
const post = (url: string, headers: Record<string, string> = {}) => app.server.inject({ method: 'POST', url, headers });

it('says whose account it is, and signs in with one click', async () => {
  const url = windowOf();
  const page = await get(url);
  expect(page.body).toContain('Stripe emulator');
  expect(page.body).toContain('Fern &amp; &lt;Flour&gt;');
  expect(session().signedInUnix).toBeUndefined();
  const done = await post(url);
  expect([done.statusCode, done.headers.location]).toEqual([303, '/connect/sign-in/done']);
  expect(session().signedInUnix).toBeDefined();
  expect((await get('/connect/sign-in/done')).body).toContain('You are signed in');
});

it('works once', async () => {
  const url = windowOf();
  await post(url);
  expect((await get(url)).statusCode).toBe(410);
  expect((await post(url)).statusCode).toBe(410);
});

it.each([
  ['five minutes later', () => app.world.clock.set(app.world.clock.nowMs() + 301_000)],
  ['once another window was opened', () => startSignIn(app.world, session())],
  [
    'once its session is over',
    () => app.world.store.update('account_session', session().id, { expiresUnix: app.world.clock.nowUnix() }),
  ],
])('is out of date %s', async (_, happen) => {
  const url = windowOf();
  happen();
  expect((await post(url)).statusCode).toBe(410);
});

it('signs nobody in for another page, nor for a guess', async () => {
  const url = windowOf();
  expect((await post(url, { origin: 'http://evil.example' })).statusCode).toBe(410);
  expect((await post('/connect/sign-in/guess')).statusCode).toBe(410);
  expect(session().signedInUnix).toBeUndefined();
});
