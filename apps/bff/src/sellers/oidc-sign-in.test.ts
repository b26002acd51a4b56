import { finishSignUp, getNewcomer, getSeller, signIn } from '@sellerdesk/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { whileHeld } from '../test/held.ts';
import { startIdentityProvider, type TestIdentityProvider } from '../test/identity-provider.ts';
import { oidcSettings, type RoundTrips, roundTripsOf } from '../test/round-trip.ts';
import type { TestBrowser } from '../test/test-browser.ts';
import { createTestClock } from '../test/test-clock.ts';
import { createSellerOfIdentity } from './create-seller-of-identity.ts';

const clock = createTestClock();
let provider: TestIdentityProvider;
let server: BareTestApp;
let trips: RoundTrips;
beforeAll(async () => {
  provider = await startIdentityProvider(['http://localhost:3000/auth/sellers/callback']);
  server = await startBareTestApp({
    now: clock.now,
    env: { ...oidcSettings('sellers', provider), ...oidcSettings('staff', provider) },
  });
  trips = roundTripsOf('sellers', provider);
});
beforeEach(() => server.database.asSystem((sql) => sql`delete from recent_attempts`));
afterAll(async () => {
  await server.close();
  await provider.close();
});

const refusedAs = (refusal: string): unknown =>
  expect.stringMatching(new RegExp(`^/sign-in\\?refused=${refusal}&request=req_[\\w-]{16}$`, 'u'));
const isSignedIn = async (browser: TestBrowser): Promise<boolean> =>
  (await browser.send({ method: 'GET', url: getSeller.url })).statusCode === 200;

let people = 0;
/** Somebody whom the provider knows. */
function add(claims: Readonly<Record<string, unknown>> = {}): { readonly subject: string; readonly email: string } {
  people += 1;
  const subject = `seller-${people}`;
  const email = `seller-${people}@shop.example`;
  provider.people.set(subject, {
    email,
    email_verified: true,
    business_name: ' Fern & Flour ',
    country: 'GB',
    ...claims,
  });
  return { subject, email };
}

describe('a seller from the identity provider', () => {
  test('is signed up and in at once where the provider says all that is needed', async () => {
    const { subject, email } = add();
    const browser = server.browser();
    expect(await trips.goThrough(browser, subject)).toBe('/');
    expect(await browser.client(getSeller, {})).toMatchObject({ email, businessName: 'Fern & Flour', country: 'GB' });
  });

  test('is the same seller the next time, whatever the provider calls them by then', async () => {
    const { subject } = add();
    const [first, second] = [server.browser(), server.browser()];
    await trips.goThrough(first, subject);
    provider.people.set(subject, { email: 'renamed@shop.example', email_verified: false });
    expect(await trips.goThrough(second, subject)).toBe('/');
    expect(await second.client(getSeller, {})).toEqual(await first.client(getSeller, {}));
  });

  test('goes on to where they were going', async () => {
    const { subject } = add();
    expect(await trips.goThrough(server.browser(), subject, '?next=%2Fpayments%2Fpi_1%3Ftab%3Dfees')).toBe(
      '/payments/pi_1?tab=fees',
    );
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'https://a@evil.example/',
  ])('open redirect: never on to %s', async (next) => {
    const { subject } = add();
    const query = `?${new URLSearchParams({ next }).toString()}`;
    expect(await trips.goThrough(server.browser(), subject, query)).toBe('/');
  });

  test('gets a session like any other, and the one the browser had before is over', async () => {
    const owner = await server.signUp();
    const thief = server.browser();
    thief.cookies.set('__Host-session', owner.cookies.get('__Host-session') ?? '');
    const device = owner.cookies.get('__Host-device');
    await trips.goThrough(owner, add().subject);
    expect([await isSignedIn(thief), await isSignedIn(owner)]).toEqual([false, true]);
    expect(owner.cookies.get('__Host-device')).toBe(device);
    clock.advance({ minutes: 31 });
    expect(await isSignedIn(owner)).toBe(false);
  });

  test('has no password that could be guessed', async () => {
    const { subject, email } = add();
    await trips.goThrough(server.browser(), subject);
    for (const password of ['null', 'correct horse battery'])
      await expect(server.browser().client(signIn, { body: { email, password } })).rejects.toMatchObject({
        code: 'wrong_credentials',
      });
  });

  test('is one seller, also when two tabs come back for the first time at once', async () => {
    const { subject, email } = add();
    const browser = server.browser();
    const { issuer } = provider;
    const seller = {
      issuer,
      subject,
      email,
      businessName: 'First tab',
      country: 'IE',
      mode: 'test',
      at: clock.now(),
    } as const;
    const end = await whileHeld(
      server.database,
      (sql) => createSellerOfIdentity(sql, seller),
      () => trips.goThrough(browser, subject),
    );
    expect(end).toBe('/');
    expect(await browser.client(getSeller, {})).toMatchObject({ businessName: 'First tab' });
  });

  test('counts as one who signs up, and is refused like one', async () => {
    await server.signUp();
    await server.database.asSystem(
      (sql) => sql`update recent_attempts set attempted_at = array_fill(attempted_at[1], array[200])
        where bucket like 'sign-up:%'`,
    );
    expect(await trips.goThrough(server.browser(), add().subject)).toEqual(refusedAs('too_many_attempts'));
  });
});

describe('is not let in', () => {
  test('with the address of a seller who has a password here: nobody is joined by their address', async () => {
    const owner = await server.signUp({ email: 'owner@shop.example' });
    const complete = add({ email: 'Owner@shop.example' });
    const incomplete = add({ email: 'owner@shop.example', country: undefined });
    for (const { subject } of [complete, incomplete]) {
      const browser = server.browser();
      expect(await trips.goThrough(browser, subject)).toEqual(refusedAs('email_taken'));
      expect(await isSignedIn(browser)).toBe(false);
    }
    expect(await isSignedIn(owner)).toBe(true);
  });

  test('with an address that another subject came with', async () => {
    const { subject, email } = add();
    await trips.goThrough(server.browser(), subject);
    expect(await trips.goThrough(server.browser(), add({ email }).subject)).toEqual(refusedAs('email_taken'));
  });

  test.each([[undefined], [''], ['nobody'], ['a b@shop.example'], [7]])('without an address (%j)', async (email) => {
    expect(await trips.goThrough(server.browser(), add({ email }).subject)).toEqual(refusedAs('email_missing'));
  });

  test('when the provider says that the address is not theirs', async () => {
    const { subject } = add({ email_verified: false });
    expect(await trips.goThrough(server.browser(), subject)).toEqual(refusedAs('email_not_verified'));
  });

  test('with the answer to another browser', async () => {
    const { subject } = add();
    const answer = await provider.visit(await trips.leave(server.browser()), subject);
    const victim = server.browser();
    await trips.leave(victim);
    expect(await trips.comeBack(victim, answer)).toEqual(refusedAs('sign_in_over'));
    expect(await isSignedIn(victim)).toBe(false);
  });

  test('mix-up: with the answer to a seller nobody comes in as staff', async () => {
    const browser = server.browser();
    const answer = new URL(await provider.visit(await trips.leave(browser), add().subject));
    browser.cookies.set('__Host-oidc-staff', browser.cookies.get('__Host-oidc-sellers') ?? '');
    answer.pathname = '/auth/staff/callback';
    const asked = provider.tokenRequests();
    expect(await trips.comeBack(browser, answer.href)).toMatch(/^\/support\/sign-in\?refused=sign_in_over&/u);
    expect(provider.tokenRequests()).toBe(asked);
  });

  test('without losing where they were going', async () => {
    const end = await trips.goThrough(server.browser(), undefined, '?next=%2Fpayouts');
    expect(Object.fromEntries(new URL(end, 'http://localhost').searchParams)).toMatchObject({
      refused: 'provider_declined',
      next: '/payouts',
    });
  });
});

describe('the one more step', () => {
  const body = { businessName: 'Kiln', country: 'IE' };

  test.each([
    [{ business_name: undefined }, { businessName: null, country: 'GB' }],
    [{ country: undefined }, { businessName: 'Fern & Flour', country: null }],
    [
      { business_name: ' ', country: 'Germany' },
      { businessName: null, country: null },
    ],
    [{ business_name: 'x'.repeat(101) }, { businessName: null, country: 'GB' }],
  ])('asks for what the provider does not say: %j', async (claims, known) => {
    const { subject, email } = add(claims);
    const browser = server.browser();
    expect(await trips.goThrough(browser, subject, '?next=%2Fpayouts')).toBe('/sign-up/finish?next=%2Fpayouts');
    expect(await isSignedIn(browser)).toBe(false);
    expect(await browser.client(getNewcomer, {})).toEqual({ email, ...known });
    const seller = await browser.client(finishSignUp, { body });
    expect(seller).toMatchObject({ email, ...body, account: null });
    expect(await browser.client(getSeller, {})).toEqual(seller);
    const next = server.browser();
    expect(await trips.goThrough(next, subject)).toBe('/');
    expect(await next.client(getSeller, {})).toEqual(seller);
  });

  test('is taken once, and by the browser that came back alone', async () => {
    const browser = server.browser();
    await trips.goThrough(browser, add({ country: undefined }).subject);
    const cookie = browser.cookies.get('__Host-newcomer') ?? '';
    const finish = (): Promise<unknown> => browser.client(finishSignUp, { body });
    await expect(server.browser().client(finishSignUp, { body })).rejects.toMatchObject({ code: 'sign_up_over' });
    const twice = await Promise.allSettled([finish(), finish()]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    browser.cookies.set('__Host-newcomer', cookie);
    await expect(finish()).rejects.toMatchObject({ code: 'sign_up_over' });
  });

  test('is over after half an hour, and when the address was taken meanwhile', async () => {
    const [late, slow] = [server.browser(), server.browser()];
    await trips.goThrough(late, add({ country: undefined }).subject);
    clock.advance({ minutes: 30 });
    await expect(late.client(getNewcomer, {})).rejects.toMatchObject({ code: 'sign_up_over' });
    await expect(late.client(finishSignUp, { body })).rejects.toMatchObject({ code: 'sign_up_over' });
    const { subject, email } = add({ country: undefined });
    await trips.goThrough(slow, subject);
    await server.signUp({ email });
    await expect(slow.client(finishSignUp, { body })).rejects.toMatchObject({ code: 'email_taken' });
  });

  test('is refused at its field when the name says nothing, and can be taken again', async () => {
    const browser = server.browser();
    await trips.goThrough(browser, add({ country: undefined }).subject);
    await expect(browser.client(finishSignUp, { body: { ...body, businessName: ' ' } })).rejects.toMatchObject({
      problem: { fields: [{ field: 'businessName' }] },
    });
    expect(await browser.client(finishSignUp, { body })).toMatchObject(body);
  });

  test('is not there where there is no provider', async () => {
    const without = await startBareTestApp();
    const browser = without.browser();
    await expect(browser.client(getNewcomer, {})).rejects.toMatchObject({ code: 'not_found' });
    await expect(browser.client(finishSignUp, { body })).rejects.toMatchObject({ code: 'not_found' });
    await without.close();
  });
});

test('to sellers no table of it exists', async () => {
  const { seller } = await server.signUp();
  for (const table of ['seller_identities', 'newcomers', 'oidc_round_trips', 'staff_identities'])
    await expect(
      server.database.asSeller(seller.sellerId, (sql) => sql(Object.assign([`select 1 from ${table}`], { raw: [] }))),
    ).rejects.toThrow(/permission denied/u);
});
