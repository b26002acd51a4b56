import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSettings } from './start-settings.ts';

const keys = { STRIPE_SECRET_KEY: 'sk_test_made_up' };
const data = join(import.meta.dirname, '../.data');

test('without settings it runs at a local Stripe, in a folder of its own', () => {
  expect(startSettings({}, false)).toEqual({
    atStripe: false,
    appPort: 3000,
    stripePort: 4242,
    devPort: 3001,
    publicUrl: 'http://localhost:3000',
    dataDir: join(data, 'local-stripe'),
    logLevel: 'warn',
  });
});

test('an empty setting counts as not set', () => {
  const empty = { PORT: '', LOCAL_STRIPE_PORT: ' ', PUBLIC_URL: '', DATA_DIR: '', LOG_LEVEL: '', DATABASE_URL: '' };
  expect(startSettings({ ...empty, STRIPE_SECRET_KEY: '' }, false)).toEqual(startSettings({}, false));
});

test('with keys it runs at Stripe, and its data stands where the server alone would look for it', () => {
  expect(startSettings(keys, false)).toMatchObject({ atStripe: true, dataDir: data });
  expect(startSettings({ ...keys, DATA_DIR: '/srv/sellerdesk' }, false).dataDir).toBe('/srv/sellerdesk');
});

test('data of the local Stripe never stands in the folder that was named, which may hold other things', () => {
  expect(startSettings({ DATA_DIR: '/home/ada' }, false).dataDir).toBe('/home/ada/local-stripe');
});

test('while developing the pages are at the reloading server', () => {
  expect(startSettings({ PORT: '4000' }, true)).toMatchObject({
    devPort: 4001,
    publicUrl: 'http://localhost:4001',
    logLevel: 'info',
  });
});

test('demo data is not put into a database of yours', () => {
  const url = { DATABASE_URL: 'postgres://localhost/mine' };
  expect(() => startSettings(url, false)).toThrow(/DATABASE_URL is set, but no Stripe keys are/u);
  expect(startSettings({ ...url, ...keys }, false).atStripe).toBe(true);
});

test.each(['abc', '0', '70000', '3000.5', '-1'])('a port that is none (%s) is named', (port) => {
  expect(() => startSettings({ PORT: port }, false)).toThrow(/^PORT must be a whole number/u);
  expect(() => startSettings({ LOCAL_STRIPE_PORT: port }, false)).toThrow(/^LOCAL_STRIPE_PORT must be/u);
});
