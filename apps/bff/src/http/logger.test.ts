import { signIn } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { redacted } from './logger.ts';

let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp();
});
afterAll(() => server.close());

test.each([
  ['the key sk_live_51AbCdEf', 'the key [key]'],
  ['rk_test_1234567890 was refused', '[key] was refused'],
  ['signed with whsec_abc/def+1=', 'signed with [webhook secret]'],
  ['accs_secret__Xyz_123', '[client secret]'],
  ['pi_123_secret_456', '[client secret]'],
  ['cookie: __Host-session=abc-DEF_1; other=2', 'cookie: [cookie]; other=2'],
  ['postgres://owner:pass word@host/db', 'postgres://owner:pass word@host/db'],
  ['postgres://owner:password@host:5432/db', 'postgres://[credentials]@host:5432/db'],
  ['Key (email)=(ada@example.com) exists', 'Key (email)=([email]) exists'],
  ['pk_test_1234567890 may be seen', 'pk_test_1234567890 may be seen'],
])('%s is logged as %s', (line, expected) => {
  expect(redacted(line)).toBe(expected);
});

test('one line for each request says what was asked and what came of it, with the number we answered', async () => {
  const reply = await server.browser().send({ method: 'GET', url: '/api/seller?token=secret' });
  const lines = server.log.map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
    requestId: reply.headers['request-id'],
    method: 'GET',
    route: '/api/seller',
    status: 401,
    ms: expect.any(Number),
    msg: 'answered',
  });
});

test('nothing that was sent is in the log: no password, no address, no cookie', async () => {
  const { email, password, cookies } = await server.signUp({
    email: 'canary@example.com',
    password: 'canary-password',
  });
  await server
    .browser()
    .client(signIn, { body: { email, password: 'canary-guess' } })
    .catch(() => undefined);
  const log = server.log.join('');
  expect(log).toContain('"route":"/api/sessions"');
  for (const secret of [email, password, 'canary', ...cookies.values()]) expect(log).not.toContain(secret);
});

test('secrets are taken out of errors wherever they hide', () => {
  const before = server.log.length;
  const cause = new Error('refused sk_test_canary123 for canary@example.com');
  server.app.log.error({ err: new Error('failed', { cause }), password: 'canary', deep: { clientSecret: 'canary' } });
  const line = server.log.slice(before).join('');
  expect(line).toContain('failed');
  expect(line).not.toContain('canary');
});
