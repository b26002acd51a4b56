import { createHmac } from 'node:crypto';
import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { isSigned } from './signature.ts';

const now = new Date('2026-11-24T12:00:00Z');
const nowUnix = now.getTime() / 1000;
const secret = 'whsec_current12345';
const body = Buffer.from('{"id":"evt_1","amount":1.0}');
const sign = (t: number | string, key = secret, bytes = body): string =>
  createHmac('sha256', key).update(`${t}.`).update(bytes).digest('hex');
const signed = (header: string | undefined, bytes = body, secrets: readonly string[] = [secret]): boolean =>
  isSigned({ body: bytes, header, secrets, now });

test('what the SDK signs is accepted', () => {
  const header = Stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret, timestamp: nowUnix });
  expect(signed(header)).toBe(true);
});

test.each([0, 299, 300, -299, -300])('a clock that differs by %i seconds is accepted', (seconds) => {
  const t = nowUnix + seconds;
  expect(signed(`t=${t},v1=${sign(t)}`)).toBe(true);
});

test.each([301, -301, 86_400, -86_400])('one that differs by %i seconds is not, before or ahead', (seconds) => {
  const t = nowUnix + seconds;
  expect(signed(`t=${t},v1=${sign(t)}`)).toBe(false);
});

test('while secrets are changed either is enough, in the header and in the settings', () => {
  const both = `t=${nowUnix},v1=${sign(nowUnix, 'whsec_older')},v1=${sign(nowUnix)}`;
  expect(signed(both)).toBe(true);
  expect(signed(`t=${nowUnix},v1=${sign(nowUnix)}`, body, ['whsec_newer12345', secret])).toBe(true);
});

test.each([
  ['no header', undefined],
  ['an empty one', ''],
  ['no moment', `v1=${sign(nowUnix)}`],
  ['no signature', `t=${nowUnix}`],
  ['two moments', `t=${nowUnix},t=${nowUnix},v1=${sign(nowUnix)}`],
  ['a moment that is no number', `t=now,v1=${sign('now')}`],
  ['a fraction', `t=${nowUnix}.5,v1=${sign(`${nowUnix}.5`)}`],
  ['a negative moment', `t=-1,v1=${sign(-1)}`],
  ['the old scheme alone', `t=${nowUnix},v0=${sign(nowUnix)}`],
  ['another secret', `t=${nowUnix},v1=${sign(nowUnix, 'whsec_other12345')}`],
  ['an empty secret', `t=${nowUnix},v1=${sign(nowUnix, '')}`],
  ['an upper-case signature', `t=${nowUnix},v1=${sign(nowUnix).toUpperCase()}`],
  ['a cut signature', `t=${nowUnix},v1=${sign(nowUnix).slice(0, 63)}`],
  ['an empty signature', `t=${nowUnix},v1=`],
  ['rubbish', 'rubbish'],
])('%s is refused', (_, header) => {
  expect(signed(header)).toBe(false);
});

test('a body that was parsed and written again is refused', () => {
  const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  expect(signed(`t=${nowUnix},v1=${sign(nowUnix)}`, again)).toBe(false);
});

test('without secrets nothing is accepted', () => {
  expect(signed(`t=${nowUnix},v1=${sign(nowUnix, '')}`, body, [])).toBe(false);
});
