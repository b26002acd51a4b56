import {
  finishStaffSetUp,
  getSeller,
  getStaff,
  openStaffSetUp,
  proveSecondFactor,
  signInStaff,
  signOutStaff,
} from '@sellerdesk/contract';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import type { TestBrowser } from '../test/test-browser.ts';
import { createTestClock } from '../test/test-clock.ts';
import { addStaff, changeRole, disableStaff, resetStaff } from './index.ts';

const clock = createTestClock();
let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp({ now: clock.now });
});
afterAll(() => server.close());

const cookie = '__Host-staff';
const add = (person: { readonly role?: 'admin' | 'support' } = {}): Promise<TestStaff> =>
  addTestStaff(server, { ...person, now: clock.now });
/** A new person who has signed in, half a minute ago, so that their next code is a new one. */
async function signedIn(person?: { readonly role?: 'admin' | 'support' }): Promise<TestStaff> {
  const staff = await add(person);
  await staff.signIn();
  clock.advance({ seconds: 30 });
  return staff;
}
const isSignedIn = async (browser: TestBrowser): Promise<boolean> =>
  (await browser.send({ method: 'GET', url: getStaff.url })).statusCode === 200;
const givePassword = ({ client, email, password }: TestStaff): Promise<unknown> =>
  client(signInStaff, { body: { email, password } });
const giveCode = ({ client }: TestBrowser, code: string): Promise<unknown> =>
  client(proveSecondFactor, { body: { code } });

const link = async (email: string): Promise<string> =>
  (await server.database.asSystem((sql) => addStaff(sql, { email, name: 'Ada', role: 'support' }, clock.now())))
    ?.token ?? '';
const codeFor = async ({ client }: TestBrowser, token: string): Promise<string> => {
  const { secret } = await client(openStaffSetUp, { body: { token } });
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
};

describe('a set-up link', () => {
  const password = 'nine lazy kestrels';

  test('shows whose it is, and what an authenticator app reads, as often as it is opened', async () => {
    const token = await link('opened@platform.example');
    const browser = server.browser();
    const first = await browser.client(openStaffSetUp, { body: { token } });
    expect(first).toMatchObject({ email: 'opened@platform.example', name: 'Ada' });
    expect(first.otpauthUrl).toContain(`secret=${first.secret}`);
    expect(await browser.client(openStaffSetUp, { body: { token } })).toEqual(first);
  });

  test('is used once, and gives ten recovery codes', async () => {
    const browser = server.browser();
    const token = await link('once@platform.example');
    const body = { token, password, code: await codeFor(browser, token) };
    const { recoveryCodes } = await browser.client(finishStaffSetUp, { body });
    expect(new Set(recoveryCodes).size).toBe(10);
    await expect(browser.client(finishStaffSetUp, { body })).rejects.toMatchObject({ code: 'set_up_link_over' });
    await expect(browser.client(openStaffSetUp, { body: { token } })).rejects.toMatchObject({
      code: 'set_up_link_over',
    });
  });

  test('is over after a day, and when another has been given', async () => {
    const browser = server.browser();
    const old = await link('late@platform.example');
    clock.advance({ minutes: 24 * 60 });
    await expect(codeFor(browser, old)).rejects.toMatchObject({ code: 'set_up_link_over' });
    const next = await server.database.asSystem((sql) => resetStaff(sql, 'Late@platform.example', clock.now()));
    const last = await server.database.asSystem((sql) => resetStaff(sql, 'late@platform.example', clock.now()));
    await expect(codeFor(browser, next.token)).rejects.toMatchObject({ code: 'set_up_link_over' });
    expect(await codeFor(browser, last.token)).toMatch(/^\d{6}$/u);
  });

  test('wants a code of the app and a password that is not guessed first, and stays good until it has them', async () => {
    const browser = server.browser();
    const token = await link('careful@platform.example');
    const code = await codeFor(browser, token);
    const finish = (body: { readonly password: string; readonly code: string }): Promise<unknown> =>
      browser.client(finishStaffSetUp, { body: { token, ...body } });
    await expect(finish({ password: 'careful@platform.example', code })).rejects.toMatchObject({
      code: 'validation_failed',
      problem: { fields: [{ field: 'password' }] },
    });
    await expect(finish({ password, code: otherThan(code) })).rejects.toMatchObject({ code: 'wrong_code' });
    await finish({ password, code });
  });

  test('does nothing for somebody who was disabled', async () => {
    const token = await link('gone@platform.example');
    await server.database.asSystem((sql) => disableStaff(sql, 'gone@platform.example', clock.now()));
    await expect(codeFor(server.browser(), token)).rejects.toMatchObject({ code: 'set_up_link_over' });
  });
});

describe('signing in', () => {
  test('needs both factors: after the password nothing opens but the question for a code', async () => {
    const staff = await add();
    await givePassword(staff);
    await expect(staff.client(getStaff, {})).rejects.toMatchObject({ code: 'second_factor_due' });
    await giveCode(staff, staff.code(clock.now()));
    expect(await staff.client(getStaff, {})).toMatchObject({ email: staff.email, role: 'support' });
  });

  test('gives a cookie for this host alone, and a new one with the second factor: the one before is dead', async () => {
    const staff = await add();
    await givePassword(staff);
    const half = staff.cookies.get(cookie) ?? '';
    const reply = await staff.send({
      method: 'POST',
      url: proveSecondFactor.url,
      headers: { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' },
      body: JSON.stringify({ code: staff.code(clock.now()) }),
    });
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
    );
    const thief = server.browser();
    thief.cookies.set(cookie, half);
    expect([await isSignedIn(thief), await isSignedIn(staff)]).toEqual([false, true]);
  });

  test('answers unknown, disabled and not yet set up like a wrong password', async () => {
    const disabled = await add();
    await server.database.asSystem((sql) => disableStaff(sql, disabled.email, clock.now()));
    await server.database.asSystem((sql) =>
      addStaff(sql, { email: 'new@platform.example', name: 'New', role: 'support' }, clock.now()),
    );
    const { password } = disabled;
    for (const email of ['nobody@platform.example', 'new@platform.example', disabled.email])
      await expect(server.browser().client(signInStaff, { body: { email, password } })).rejects.toMatchObject({
        code: 'wrong_credentials',
      });
  });

  test('takes a code once, also when it comes twice at the same time', async () => {
    const [first, second] = await Promise.all([add(), add()]);
    await givePassword(first);
    const code = first.code(clock.now());
    await giveCode(first, code);
    await expect(giveCode(first, code)).rejects.toMatchObject({ code: 'wrong_code' });
    await givePassword(second);
    const twice = await Promise.allSettled([1, 2].map(() => giveCode(second, second.code(clock.now()))));
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    [-60, false],
    [-30, true],
    [30, true],
    [60, false],
  ])('a code of %i seconds away: %s', async (seconds, isTaken) => {
    const staff = await add();
    clock.advance({ minutes: 5 });
    await givePassword(staff);
    const code = staff.code(new Date(clock.now().getTime() + seconds * 1000));
    const [{ status }] = await Promise.allSettled([giveCode(staff, code)]);
    expect(status === 'fulfilled').toBe(isTaken);
  });

  test('takes a recovery code instead, once, however it is typed', async () => {
    const staff = await add();
    const [code = ''] = staff.recoveryCodes;
    await givePassword(staff);
    await giveCode(staff, ` ${code.toUpperCase().replace('-', ' ')} `);
    expect(await isSignedIn(staff)).toBe(true);
    await expect(giveCode(staff, code)).rejects.toMatchObject({ code: 'wrong_code' });
  });

  test('does not take the recovery code of somebody else', async () => {
    const [mine, theirs] = await Promise.all([add(), add()]);
    await givePassword(mine);
    const [code = ''] = theirs.recoveryCodes;
    await expect(giveCode(mine, code)).rejects.toMatchObject({ code: 'wrong_code' });
  });

  test('lets five codes be guessed in a quarter of an hour, whichever session asks', async () => {
    const staff = await add();
    await givePassword(staff);
    const right = staff.code(clock.now());
    for (const _ of Array.from({ length: 5 }))
      await expect(giveCode(staff, otherThan(right))).rejects.toMatchObject({ code: 'wrong_code' });
    await givePassword(staff);
    await expect(giveCode(staff, right)).rejects.toMatchObject({ code: 'too_many_attempts' });
    clock.advance({ minutes: 15 });
    await giveCode(staff, staff.code(clock.now()));
    expect(await isSignedIn(staff)).toBe(true);
  });

  test('counts ten passwords, and a seller with the same address shares nothing with them', async () => {
    const staff = await add();
    const seller = await server.signUp({ email: staff.email, password: staff.password });
    const guess = () =>
      server.browser().client(signInStaff, { body: { email: staff.email, password: 'not this one' } });
    for (const _ of Array.from({ length: 10 }))
      await expect(guess()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(givePassword(staff)).rejects.toMatchObject({ code: 'too_many_attempts' });
    expect((await seller.send({ method: 'GET', url: getSeller.url })).statusCode).toBe(200);
    clock.advance({ minutes: 15 });
  });
});

describe('a session', () => {
  test('is staff’s or a seller’s: neither opens what is the other’s', async () => {
    const [staff, seller] = [await signedIn(), await server.signUp()];
    expect((await staff.send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
    expect((await seller.send({ method: 'GET', url: getStaff.url })).statusCode).toBe(401);
    const confused = server.browser();
    confused.cookies.set(cookie, seller.cookies.get('__Host-session') ?? '');
    confused.cookies.set('__Host-session', staff.cookies.get(cookie) ?? '');
    expect(await isSignedIn(confused)).toBe(false);
    expect((await confused.send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
  });

  test('is over after half an hour without a request, and after eight hours whatever happens', async () => {
    const staff = await signedIn();
    for (const _ of Array.from({ length: 16 })) {
      clock.advance({ minutes: 29 });
      expect(await isSignedIn(staff)).toBe(true);
    }
    clock.advance({ minutes: 16 });
    expect(await isSignedIn(staff)).toBe(false);
    const idle = await signedIn();
    clock.advance({ minutes: 30 });
    expect(await isSignedIn(idle)).toBe(false);
  });

  test('is over on the next request once they sign out, are disabled, are reset or get another role', async () => {
    const ends: readonly ((staff: TestStaff) => Promise<unknown>)[] = [
      ({ client }) => client(signOutStaff, {}),
      ({ email }) => server.database.asSystem((sql) => disableStaff(sql, email, clock.now())),
      ({ email }) => server.database.asSystem((sql) => resetStaff(sql, email, clock.now())),
      ({ email }) => server.database.asSystem((sql) => changeRole(sql, email, 'support', clock.now())),
    ];
    for (const end of ends) {
      const staff = await signedIn({ role: 'admin' });
      const elsewhere = server.browser();
      for (const [name, value] of staff.cookies) elsewhere.cookies.set(name, value);
      await end(staff);
      expect([await isSignedIn(staff), await isSignedIn(elsewhere)]).toEqual([false, false]);
    }
  });

  test('has a token that no body, no log line and no row holds', async () => {
    const staff = await signedIn();
    const token = staff.cookies.get(cookie) ?? '';
    const rows = await server.database.asSystem(
      (sql) => sql<{ row: string }>`select s::text as row from staff_sessions s`,
    );
    const everything = [...server.log, ...rows.map(({ row }) => row)].join('\n');
    expect(token).toHaveLength(43);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(Buffer.from(token).toString('hex'));
  });
});

test('what becomes of somebody’s access is in the audit, with who did it, and no secret is', async () => {
  const before = (await auditOfStaff()).length;
  const staff = await signedIn();
  await staff.client(signOutStaff, {});
  await givePassword(staff);
  const [recoveryCode = ''] = staff.recoveryCodes;
  await giveCode(staff, recoveryCode);
  clock.advance({ seconds: 31 });
  await giveCode(staff, staff.code(clock.now()));
  const { staffId } = await staff.client(getStaff, {});
  await server.database.asSystem((sql) => changeRole(sql, staff.email, 'admin', clock.now()));
  await server.database.asSystem((sql) => disableStaff(sql, staff.email, clock.now()));
  await server.database.asSystem((sql) => resetStaff(sql, staff.email, clock.now()));
  const own = `staff:${staffId}`;
  const lines = (await auditOfStaff()).slice(before);
  expect(lines).toEqual([
    {
      actor: 'operator',
      action: 'staff_added',
      details: { staffId, email: staff.email, name: expect.any(String), role: 'support' },
    },
    { actor: own, action: 'staff_set_up', details: {} },
    { actor: own, action: 'staff_signed_in', details: { factor: 'code' } },
    { actor: own, action: 'staff_signed_out', details: {} },
    { actor: own, action: 'staff_signed_in', details: { factor: 'recovery_code' } },
    { actor: own, action: 'staff_factor_proven', details: { factor: 'code' } },
    { actor: 'operator', action: 'staff_role_changed', details: { staffId, role: 'admin' } },
    { actor: 'operator', action: 'staff_disabled', details: { staffId } },
    { actor: 'operator', action: 'staff_reset', details: { staffId } },
  ]);
  expect(JSON.stringify(lines)).not.toContain(recoveryCode);
});

const auditOfStaff = (): Promise<object[]> =>
  server.database.asSystem((sql) => sql`select actor, action, details from audit_lines order by seq`);

test('to sellers no table of staff exists', async () => {
  const { seller } = await server.signUp();
  for (const table of ['staff', 'staff_sessions', 'staff_set_ups', 'staff_recovery_codes'])
    await expect(
      server.database.asSeller(seller.sellerId, (sql) => sql(Object.assign([`select 1 from ${table}`], { raw: [] }))),
    ).rejects.toThrow(/permission denied/u);
});

function otherThan(code: string): string {
  return code.startsWith('0') ? code.replace('0', '1') : code.replace(/^./u, '0');
}
