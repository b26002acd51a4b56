import { getStaff, proveSecondFactor, signInStaff } from '@sellerdesk/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { whileHeld } from '../test/held.ts';
import { newSigningKey, startIdentityProvider, type TestIdentityProvider } from '../test/identity-provider.ts';
import { oidcSettings, type RoundTrips, roundTripsOf } from '../test/round-trip.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import type { TestBrowser } from '../test/test-browser.ts';
import { createTestClock } from '../test/test-clock.ts';
import { addStaff, disableStaff, runStaffCommand, unlinkStaff } from './index.ts';

const clock = createTestClock();
const origin = 'http://localhost:3000';
let provider: TestIdentityProvider;
let server: BareTestApp;
let trips: RoundTrips;
beforeAll(async () => {
  provider = await startIdentityProvider([`${origin}/auth/staff/callback`]);
  server = await startBareTestApp({ now: clock.now, env: oidcSettings('staff', provider) });
  trips = roundTripsOf('staff', provider);
});
beforeEach(() => server.database.asSystem((sql) => sql`delete from recent_attempts`));
afterEach(() => {
  provider.forge(undefined);
  provider.fail(false);
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const cookie = '__Host-staff';
const get = (browser: TestBrowser, url: string): Promise<LightMyRequestResponse> =>
  browser.send({ method: 'GET', url });

const leave: RoundTrips['leave'] = (browser, query) => trips.leave(browser, query);
const comeBack: RoundTrips['comeBack'] = (browser, url) => trips.comeBack(browser, url);
const goThrough: RoundTrips['goThrough'] = (browser, subject) => trips.goThrough(browser, subject);

const codePage = '/support/sign-in?step=code';
const refusedAs = (refusal: string): unknown =>
  expect.stringMatching(new RegExp(`^/support/sign-in\\?refused=${refusal}&request=req_[\\w-]{16}$`, 'u'));
const standing = async (browser: TestBrowser): Promise<string> => {
  const reply = await get(browser, getStaff.url);
  return reply.statusCode === 200 ? 'in' : reply.json<{ code: string }>().code;
};

let subjects = 0;
/** Somebody of the staff whom the provider knows by the same address; nobody has signed in with it yet. */
async function add(claims: Readonly<Record<string, unknown>> = {}): Promise<TestStaff & { readonly subject: string }> {
  const staff = await addTestStaff(server, { now: clock.now });
  clock.advance({ seconds: 60 });
  const subject = `subject-${(subjects += 1)}`;
  provider.people.set(subject, { email: staff.email, email_verified: true, ...claims });
  return { ...staff, subject };
}

describe('signing in at the identity provider', () => {
  test('stands in for the password and for nothing else: OIDC skipping the second factor opens nothing', async () => {
    const staff = await add();
    expect(await goThrough(staff, staff.subject)).toBe(codePage);
    expect(await standing(staff)).toBe('second_factor_due');
    await staff.client(proveSecondFactor, { body: { code: staff.code(clock.now()) } });
    expect(await staff.client(getStaff, {})).toMatchObject({ email: staff.email });
  });

  test('leaves with PKCE, a state and a nonce, for an address that comes from configuration alone', async () => {
    const browser = server.browser({ headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    const { origin: at, searchParams } = new URL(await leave(browser));
    expect(at).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${origin}/auth/staff/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
      state: expect.stringMatching(/^[\w-]{43}$/u),
      nonce: expect.stringMatching(/^[\w-]{43}$/u),
    });
  });

  test('gives a lax cookie for ten minutes, takes it back in the end, and is stored nowhere', async () => {
    const staff = await add();
    const left = await get(staff, '/auth/staff');
    expect(left.headers['set-cookie']).toMatch(
      /^__Host-oidc-staff=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect(left.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    await comeBack(staff, await provider.visit(String(left.headers.location), staff.subject));
    expect([...staff.cookies.keys()]).toEqual([cookie]);
  });

  test('gives a new token, and the session the browser had before is over', async () => {
    const staff = await add();
    await staff.signIn();
    const thief = server.browser();
    thief.cookies.set(cookie, staff.cookies.get(cookie) ?? '');
    expect(await standing(thief)).toBe('in');
    await goThrough(staff, staff.subject);
    expect([await standing(thief), await standing(staff)]).toEqual(['not_signed_in', 'second_factor_due']);
  });

  test('works in two tabs of one browser', async () => {
    const staff = await add();
    const urls = [await leave(staff), await leave(staff)];
    const [first = '', second = ''] = await Promise.all(urls.map((url) => provider.visit(url, staff.subject)));
    const token = staff.cookies.get('__Host-oidc-staff') ?? '';
    expect(await comeBack(staff, second)).toBe(codePage);
    staff.cookies.set('__Host-oidc-staff', token);
    expect(await comeBack(staff, first)).toBe(codePage);
  });

  test('leaves the password as it was', async () => {
    const staff = await add();
    await goThrough(staff, staff.subject);
    await staff.client(signInStaff, { body: { email: staff.email, password: staff.password } });
    expect(await standing(staff)).toBe('second_factor_due');
  });
});

describe('who comes in', () => {
  test('the first time their verified address says it, in whatever case, and the audit log keeps it', async () => {
    const staff = await add();
    provider.people.set(staff.subject, { email: staff.email.toUpperCase(), email_verified: true });
    expect(await goThrough(staff, staff.subject)).toBe(codePage);
    const lines = await server.database.asSystem(
      (sql) => sql<{ details: unknown }>`
        select details from audit_lines where action = 'staff_identity_bound' order by seq desc limit 1`,
    );
    expect(lines).toEqual([{ details: { issuer: provider.issuer, subject: staff.subject } }]);
  });

  test('from then on their subject says it, whatever their address has become', async () => {
    const staff = await add();
    await goThrough(staff, staff.subject);
    provider.people.set(staff.subject, { email: 'married@platform.example', email_verified: false });
    expect(await goThrough(staff, staff.subject)).toBe(codePage);
  });

  test.each([[false], [undefined], ['true']])('e-mail not verified (%j): refused', async (email_verified) => {
    const staff = await add({ email_verified });
    expect(await goThrough(staff, staff.subject)).toEqual(refusedAs('email_not_verified'));
    expect(await standing(staff)).toBe('not_signed_in');
  });

  test('e-mail taken over at the provider: another subject with the address is refused', async () => {
    const staff = await add();
    await goThrough(staff, staff.subject);
    provider.people.set('heir', { email: staff.email, email_verified: true });
    const browser = server.browser();
    expect(await goThrough(browser, 'heir')).toEqual(refusedAs('identity_changed'));
    expect(await standing(browser)).toBe('not_signed_in');
    expect(browser.cookies.has(cookie)).toBe(false);
  });

  test('not before the operator forgets who it was, which ends what they have open', async () => {
    const staff = await add();
    await goThrough(staff, staff.subject);
    provider.people.set('new-subject', { email: staff.email, email_verified: true });
    const unlink = (): Promise<string> =>
      runStaffCommand({ database: server.database, now: clock.now, publicUrl: origin }, ['unlink', staff.email]);
    expect(await unlink()).toContain('known by their address again');
    expect(await standing(staff)).toBe('not_signed_in');
    expect(await goThrough(staff, 'new-subject')).toBe(codePage);
    await server.database.asSystem((sql) => unlinkStaff(sql, staff.email, clock.now()));
    expect(await unlink()).toContain('was not known');
  });

  test.each(['ada\0@platform.example', 'ada', 7])('nobody with an address that is none (%j)', async (email) => {
    const staff = await add({ email });
    expect(await goThrough(staff, staff.subject)).toEqual(refusedAs('email_not_verified'));
  });

  test('an address that only looks alike to Unicode is another one', async () => {
    await addTestStaff(server, { now: clock.now, email: 'kay@platform.example' });
    provider.people.set('kelvin', { email: '\u212Aay@platform.example', email_verified: true });
    expect(await goThrough(server.browser(), 'kelvin')).toEqual(refusedAs('not_staff'));
  });

  test('nobody whom the operator has not added', async () => {
    provider.people.set('stranger', { email: 'stranger@platform.example', email_verified: true });
    expect(await goThrough(server.browser(), 'stranger')).toEqual(refusedAs('not_staff'));
  });

  test('sign-in of disabled staff: refused, whether or not their subject was known', async () => {
    const [known, unknown] = [await add(), await add()];
    await goThrough(known, known.subject);
    for (const staff of [known, unknown]) {
      await server.database.asSystem((sql) => disableStaff(sql, staff.email, clock.now()));
      expect(await goThrough(staff, staff.subject)).toEqual(refusedAs('not_staff'));
      expect(await standing(staff)).toBe('not_signed_in');
    }
  });

  test('nobody who has not set their second factor up', async () => {
    await server.database.asSystem((sql) =>
      addStaff(sql, { email: 'fresh@platform.example', name: 'Fresh', role: 'support' }, clock.now()),
    );
    provider.people.set('fresh', { email: 'fresh@platform.example', email_verified: true });
    const browser = server.browser();
    expect(await goThrough(browser, 'fresh')).toEqual(refusedAs('set_up_due'));
    expect(await standing(browser)).toBe('not_signed_in');
  });

  test('two tabs that come back for the first time at once are one person', async () => {
    const { subject, email, ...staff } = await add();
    const end = await whileHeld(
      server.database,
      (sql) => sql`insert into staff_identities (staff_id, issuer, subject, bound_at)
        select staff_id, ${provider.issuer}, ${subject}, now() from staff where email = ${email}`,
      () => goThrough(staff, subject),
    );
    expect(end).toBe(codePage);
  });
});

describe('the way back', () => {
  test('callback without the cookie: a browser that did not leave is not signed in', async () => {
    const attacker = await add();
    const answer = await provider.visit(await leave(attacker), attacker.subject);
    const victim = server.browser();
    expect(await comeBack(victim, answer)).toEqual(refusedAs('sign_in_over'));
    await leave(victim);
    expect(await comeBack(victim, answer)).toEqual(refusedAs('sign_in_over'));
    expect(await standing(victim)).toBe('not_signed_in');
  });

  test('state reuse and code replay: an answer opens once, also when it comes twice at the same time', async () => {
    const staff = await add();
    const answer = await provider.visit(await leave(staff), staff.subject);
    const thief = server.browser();
    for (const [name, value] of staff.cookies) thief.cookies.set(name, value);
    const asked = provider.tokenRequests();
    const ends = await Promise.all([comeBack(staff, answer), comeBack(thief, answer)]);
    expect(ends.toSorted()).toEqual([refusedAs('sign_in_over'), codePage]);
    expect(provider.tokenRequests()).toBe(asked + 1);
  });

  test('code replay: the code of another sign-in is worth nothing', async () => {
    const [staff, other] = [await add(), await add()];
    const stolen = new URL(await provider.visit(await leave(other), other.subject));
    const own = new URL(await provider.visit(await leave(staff), staff.subject));
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(await comeBack(staff, own.href)).toEqual(refusedAs('sign_in_over'));
    expect(await standing(staff)).toBe('not_signed_in');
  });

  test('after ten minutes it is too late', async () => {
    const staff = await add();
    const answer = await provider.visit(await leave(staff), staff.subject);
    clock.advance({ minutes: 10 });
    expect(await comeBack(staff, answer)).toEqual(refusedAs('sign_in_over'));
  });

  test.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43)), 'sign_in_over'],
    ['no state', (query: URLSearchParams) => query.delete('state'), 'sign_in_over'],
    ['two codes', (query: URLSearchParams) => query.append('code', 'other'), 'provider_answer_refused'],
    [
      'mix-up: wrong iss',
      (query: URLSearchParams) => query.set('iss', 'https://evil.example'),
      'provider_answer_refused',
    ],
    ['mix-up: no iss', (query: URLSearchParams) => query.delete('iss'), 'provider_answer_refused'],
  ])('%s is refused, and no code is given to anybody', async (_, change, refusal) => {
    const staff = await add();
    const answer = new URL(await provider.visit(await leave(staff), staff.subject));
    change(answer.searchParams);
    const asked = provider.tokenRequests();
    expect(await comeBack(staff, answer.href)).toEqual(refusedAs(refusal));
    expect([await standing(staff), provider.tokenRequests()]).toEqual(['not_signed_in', asked]);
  });

  test.each<[string, (claims: Readonly<Record<string, unknown>>) => Record<string, unknown>]>([
    ['nonce mismatch', (claims) => ({ ...claims, nonce: 'of another sign-in' })],
    ['no nonce', (claims) => claimsWithout(claims, 'nonce')],
    ['wrong iss', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['wrong audience', (claims) => ({ ...claims, aud: 'another-client' })],
    ['clock skew: expired an hour ago', (claims) => ({ ...claims, iat: 1, exp: Math.floor(Date.now() / 1000) - 3600 })],
    ['no subject', (claims) => claimsWithout(claims, 'sub')],
    ['a subject that is too long', (claims) => ({ ...claims, sub: 'x'.repeat(256), email: 'x@platform.example' })],
    ['a subject that cannot be kept', (claims) => ({ ...claims, sub: 'x\0', email: 'x@platform.example' })],
  ])('an ID token with %s is refused', async (_, change) => {
    const staff = await add();
    provider.forge(change);
    expect(await goThrough(staff, staff.subject)).toEqual(refusedAs('provider_answer_refused'));
    expect(await standing(staff)).toBe('not_signed_in');
  });

  test('an ID token that another key has signed is refused', async () => {
    const staff = await add();
    provider.forge((claims) => claims, newSigningKey());
    expect(await goThrough(staff, staff.subject)).toEqual(refusedAs('provider_answer_refused'));
  });

  test('clocks that differ by a few seconds are let through', async () => {
    const staff = await add();
    provider.forge((claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 10 }));
    expect(await goThrough(staff, staff.subject)).toBe(codePage);
  });

  test('whoever cancels is told so', async () => {
    const staff = await add();
    expect(await goThrough(staff, undefined)).toEqual(refusedAs('provider_declined'));
  });

  test('a provider that is down is named, on both ways', async () => {
    const staff = await add();
    const answer = await provider.visit(await leave(staff), staff.subject);
    provider.fail(true);
    expect(await comeBack(staff, answer)).toEqual(refusedAs('provider_unavailable'));
  });

  test('and a HEAD uses nothing up', async () => {
    const staff = await add();
    const answer = new URL(await provider.visit(await leave(staff), staff.subject));
    const cookies = Object.fromEntries(staff.cookies);
    await server.app.inject({ method: 'HEAD', url: answer.pathname + answer.search, cookies });
    expect(await comeBack(staff, answer.href)).toBe(codePage);
  });
});

describe('leaving', () => {
  test.each(['cross-site', 'same-site'])(
    'begins from our own pages alone: a link from %s ends at ours',
    async (site) => {
      const browser = server.browser({ headers: { 'sec-fetch-site': site } });
      expect(await leave(browser)).toBe('/support/sign-in');
      expect(browser.cookies.size).toBe(0);
    },
  );

  test('a hundred times in a quarter of an hour from one address, and then it is said', async () => {
    const browser = server.browser();
    await leave(browser);
    await server.database.asSystem(
      (sql) => sql`update recent_attempts set attempted_at = array_fill(attempted_at[1], array[99])
        where bucket like 'round-trip:%'`,
    );
    expect(await leave(browser)).toContain(provider.issuer);
    expect(await leave(browser)).toEqual(refusedAs('too_many_attempts'));
  });
});

test('a provider that is down when we start is asked again by the next who signs in', async () => {
  const later = await startIdentityProvider([`${origin}/auth/staff/callback`]);
  later.fail(true);
  const own = await startBareTestApp({ now: clock.now, env: oidcSettings('staff', later) });
  const browser = own.browser();
  const down = await leave(browser);
  later.fail(false);
  const up = await leave(browser);
  await own.close();
  await later.close();
  expect(down).toEqual(refusedAs('provider_unavailable'));
  expect(up).toContain(`${later.issuer}/auth`);
});

test('without settings nothing of it is there', async () => {
  const without = await startBareTestApp();
  const replies = await Promise.all(
    ['/auth/staff', '/auth/staff/callback', '/auth/sellers'].map((url) => get(without.browser(), url)),
  );
  await without.close();
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test('the log says what went wrong, and has no secret, code or state in it', async () => {
  const staff = await add();
  const answer = new URL(await provider.visit(await leave(staff), staff.subject));
  provider.forge((claims) => ({ ...claims, nonce: 'wrong' }));
  await comeBack(staff, answer.href);
  const log = server.log.join('\n');
  expect(log).toContain('unexpected ID Token \\"nonce\\" claim value');
  const { code = '', state = '' } = Object.fromEntries(answer.searchParams);
  for (const secret of [provider.clientSecret, code, state, 'eyJ', ...staff.cookies.values()])
    expect(log).not.toContain(secret);
});

test('nothing that is kept meanwhile is worth anything to who reads the database', async () => {
  const staff = await add();
  const { searchParams } = new URL(await leave(staff));
  const rows = await server.database.asSystem(
    (sql) => sql<{ row: string }>`select t::text as row from oidc_round_trips t`,
  );
  const kept = rows.map(({ row }) => row).join('\n');
  for (const secret of [searchParams.get('state') ?? '', ...staff.cookies.values()]) expect(kept).not.toContain(secret);
});

function claimsWithout(claims: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}
