import { expect, test } from 'vitest';
import { ConfigError, loadConfig, loadOperatorConfig } from './config.ts';

const testKeys = { STRIPE_SECRET_KEY: 'sk_test_canary_secret', STRIPE_PUBLISHABLE_KEY: 'pk_test_canary_public' };
const live = {
  NODE_ENV: 'production',
  MODE: 'live',
  STRIPE_SECRET_KEY: 'rk_live_canary_secret',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_canary_public',
  PUBLIC_URL: 'https://sell.example',
  STRIPE_WEBHOOK_SECRETS_PLATFORM: 'whsec_canary_platform',
  STRIPE_WEBHOOK_SECRETS_CONNECT: 'whsec_canary_connect',
};

const testBeside = {
  STRIPE_TEST_SECRET_KEY: 'rk_test_canary_secret',
  STRIPE_TEST_PUBLISHABLE_KEY: 'pk_test_canary_public',
};

function oidc(side: string, issuer = 'https://id.example'): Record<string, string> {
  return {
    [`${side}_OIDC_ISSUER`]: issuer,
    [`${side}_OIDC_CLIENT_ID`]: 'desk',
    [`${side}_OIDC_CLIENT_SECRET`]: 'canary-secret',
  };
}

function mistakesOf(env: Readonly<Record<string, string | undefined>>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
}

test('two test keys are enough', () => {
  expect(loadConfig(testKeys)).toMatchObject({
    mode: 'test',
    http: { host: 'localhost', port: 3000, publicUrl: 'http://localhost:3000', trustProxy: [] },
    database: { url: undefined },
    stripe: { accountsApi: 'v2', access: { test: { apiBase: 'https://api.stripe.com' } } },
    platform: { name: 'Sellerdesk', fee: { basisPoints: 250, minimumMinor: { usd: 30, gbp: 25, eur: 30 } } },
  });
});

test('an identity provider is off by default, and on with three settings', () => {
  expect(loadConfig(testKeys).oidc).toEqual({ staff: undefined, sellers: undefined });
  expect(loadConfig({ ...testKeys, ...oidc('STAFF') }).oidc.staff).toEqual({
    issuer: 'https://id.example',
    clientId: 'desk',
    clientSecret: 'canary-secret',
    label: 'single sign-on',
  });
});

test('live keys and everything they need are accepted', () => {
  expect(loadConfig(live)).toMatchObject({ mode: 'live', http: { publicUrl: 'https://sell.example' } });
});

test('beside live keys, keys of test mode open that one too', () => {
  const secrets = { STRIPE_TEST_WEBHOOK_SECRETS_PLATFORM: 'whsec_canary_test' };
  const { mode, stripe } = loadConfig({ ...live, ...testBeside, ...secrets });
  expect(mode).toBe('live');
  expect(stripe.access).toMatchObject({
    live: { secretKey: live.STRIPE_SECRET_KEY, webhookSecrets: { platform: ['whsec_canary_platform'] } },
    test: {
      secretKey: testBeside.STRIPE_TEST_SECRET_KEY,
      publishableKey: testBeside.STRIPE_TEST_PUBLISHABLE_KEY,
      webhookSecrets: { platform: ['whsec_canary_test'], connect: [] },
    },
  });
  expect(Object.keys(loadConfig(live).stripe.access)).toEqual(['live']);
});

test.each<[string, Record<string, string | undefined>, string]>([
  ['no keys', {}, 'STRIPE_SECRET_KEY is not set'],
  [
    'a publishable key as secret',
    { ...testKeys, STRIPE_SECRET_KEY: 'pk_test_canary' },
    'STRIPE_SECRET_KEY must be a s',
  ],
  [
    'a secret key as publishable',
    { ...testKeys, STRIPE_PUBLISHABLE_KEY: 'sk_test_canary' },
    'STRIPE_PUBLISHABLE_KEY m',
  ],
  ['a live key by accident', { ...live, MODE: 'test' }, 'set MODE=live to say that real money is meant'],
  ['a live key without production', { ...live, NODE_ENV: 'development' }, 'MODE=live needs NODE_ENV=production'],
  [
    'live mode with a test key',
    { ...live, ...testKeys },
    'STRIPE_SECRET_KEY is a test key: MODE=live needs a live key',
  ],
  [
    'keys of two worlds',
    { ...live, STRIPE_PUBLISHABLE_KEY: 'pk_test_canary_x' },
    'must both be test keys or both be li',
  ],
  [
    'live pages without https',
    { ...live, PUBLIC_URL: 'http://localhost:3000' },
    'PUBLIC_URL must be an https:// address',
  ],
  ['live without an address', { ...live, PUBLIC_URL: '' }, 'PUBLIC_URL must be an https:// address'],
  [
    'live at another API',
    { ...live, STRIPE_API_BASE: 'https://api.evil.example' },
    'STRIPE_API_BASE must be at stripe.co',
  ],
  [
    'live with a look-alike',
    { ...live, STRIPE_API_BASE: 'https://notstripe.com' },
    'STRIPE_API_BASE must be at stripe.co',
  ],
  [
    'live with another script',
    { ...live, STRIPE_CONNECT_JS_URL: 'https://x.example/c.js' },
    'STRIPE_CONNECT_JS_URL must',
  ],
  [
    'a well-known password',
    { ...live, DATABASE_URL: 'postgres://o:postgres@db/x' },
    'DATABASE_URL must not have a well-',
  ],
  [
    'live without platform secret',
    { ...live, STRIPE_WEBHOOK_SECRETS_PLATFORM: '' },
    'STRIPE_WEBHOOK_SECRETS_PLATFORM m',
  ],
  [
    'live without connect secret',
    { ...live, STRIPE_WEBHOOK_SECRETS_CONNECT: '' },
    'STRIPE_WEBHOOK_SECRETS_CONNECT must',
  ],
  [
    'one secret for both webhooks',
    { ...live, STRIPE_WEBHOOK_SECRETS_CONNECT: 'whsec_canary_connect, whsec_canary_platform' },
    'must not share a secret',
  ],
  [
    'one secret for both modes',
    { ...live, ...testBeside, STRIPE_TEST_WEBHOOK_SECRETS_CONNECT: 'whsec_canary_connect' },
    'must not share a secret',
  ],
  ['test keys beside test keys', { ...testKeys, ...testBeside }, 'STRIPE_TEST_… is for test accounts beside live ones'],
  [
    'half of the test keys',
    { ...live, ...testBeside, STRIPE_TEST_PUBLISHABLE_KEY: '' },
    'must both be set, or neither',
  ],
  [
    'a live key where a test key belongs',
    { ...live, ...testBeside, STRIPE_TEST_SECRET_KEY: 'sk_live_canary_x' },
    'STRIPE_TEST_SECRET_KEY must be a secret or restricted test key',
  ],
  [
    'secrets of test mode without its keys',
    { ...live, STRIPE_TEST_WEBHOOK_SECRETS_CONNECT: 'whsec_canary_test' },
    'need STRIPE_TEST_SECRET_KEY',
  ],
  [
    'a webhook secret of another kind',
    { ...testKeys, STRIPE_WEBHOOK_SECRETS_CONNECT: 'canary_whsec' },
    'must be signing s',
  ],
  ['a port that is none', { ...testKeys, PORT: '70000' }, 'PORT must be at most 65535'],
  [
    'an address without scheme',
    { ...testKeys, PUBLIC_URL: 'localhost:3000' },
    'PUBLIC_URL must be the http(s) address',
  ],
  [
    'plain http elsewhere',
    { ...testKeys, STRIPE_API_BASE: 'http://10.0.0.7:4242' },
    'STRIPE_API_BASE must be https, or',
  ],
  ['plain http pages', { ...testKeys, PUBLIC_URL: 'http://sell.example' }, 'PUBLIC_URL must be https, or http on this'],
  ['a proxy without address', { ...testKeys, TRUST_PROXY: 'true' }, 'TRUST_PROXY must be the exact addresses'],
  [
    'a fee above everything',
    { ...testKeys, PLATFORM_FEE_BASIS_POINTS: '10001' },
    'PLATFORM_FEE_BASIS_POINTS must be who',
  ],
  ['a currency that is none', { ...testKeys, PLATFORM_FEE_MINIMUM_MINOR: 'xxq=5' }, 'Stripe does not charge in: xxq'],
  ...['STAFF', 'SELLERS'].flatMap((side): [string, Record<string, string>, string][] => [
    [
      `a provider of ${side} without a client`,
      { ...testKeys, [`${side}_OIDC_ISSUER`]: 'https://id.example' },
      `${side}_OIDC_CLIENT_ID is not set: an issuer`,
    ],
    [
      `a client of ${side} without a secret`,
      { ...testKeys, ...oidc(side), [`${side}_OIDC_CLIENT_SECRET`]: '' },
      `${side}_OIDC_CLIENT_SECRET is not set: an issuer`,
    ],
    [
      `a secret of ${side} without an issuer`,
      { ...testKeys, [`${side}_OIDC_CLIENT_SECRET`]: 'canary-secret' },
      `${side}_OIDC_ISSUER is not set: an issuer`,
    ],
    [
      `a short secret of ${side}`,
      { ...testKeys, ...oidc(side), [`${side}_OIDC_CLIENT_SECRET`]: 'canary' },
      `${side}_OIDC_CLIENT_SECRET must be 8 to`,
    ],
    [
      `a provider of ${side} with a query`,
      { ...testKeys, ...oidc(side, 'https://id.example/?tenant=1') },
      `${side}_OIDC_ISSUER must be the http(s) address`,
    ],
    [
      `a provider of ${side} over plain http`,
      { ...testKeys, ...oidc(side, 'http://localhost.evil.example') },
      `${side}_OIDC_ISSUER must be https, or http on this`,
    ],
    [
      `a live provider of ${side} on this machine`,
      { ...live, ...oidc(side, 'http://127.0.0.1:4000') },
      `${side}_OIDC_ISSUER must be https when MODE is live`,
    ],
  ]),
  ['another database', { ...testKeys, DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL must be a postgres:// address'],
])('%s is refused in one line that repeats no secret', (_, env, line) => {
  const mistakes = mistakesOf(env);
  expect(mistakes.filter((mistake) => mistake.includes(line))).toHaveLength(1);
  expect(mistakes.join('\n')).not.toMatch(/canary|:postgres@/u);
});

test('in test mode both webhooks may have the one secret of `stripe listen`', () => {
  const secret = 'whsec_listen1234';
  const env = { STRIPE_WEBHOOK_SECRETS_PLATFORM: secret, STRIPE_WEBHOOK_SECRETS_CONNECT: secret };
  expect(mistakesOf({ ...testKeys, ...env })).toEqual([]);
});

test('every mistake is told at once', () => {
  expect(mistakesOf({ PORT: 'x', LOG_LEVEL: 'loud' }).map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'LOG_LEVEL',
    'STRIPE_SECRET_KEY',
    'STRIPE_PUBLISHABLE_KEY',
  ]);
});

test('a configuration cannot be changed, however deep', () => {
  const config = loadConfig({ ...testKeys, TRUST_PROXY: '10.0.0.1' });
  expect(() => Object.assign(config.platform.fee.minimumMinor, { usd: 0 })).toThrow(TypeError);
  expect(Object.isFrozen(config.http.trustProxy)).toBe(true);
});

test('lists may have spaces, addresses a slash at the end, and empty means not set', () => {
  const config = loadConfig({
    ...testKeys,
    PORT: '',
    STRIPE_WEBHOOK_SECRETS_PLATFORM: ' whsec_first111 , whsec_second22 ',
    STRIPE_API_BASE: 'http://127.0.0.1:4242/',
    PUBLIC_URL: 'https://sell.example/',
  });
  expect(config).toMatchObject({
    http: { port: 3000, publicUrl: 'https://sell.example' },
    stripe: {
      access: {
        test: {
          apiBase: 'http://127.0.0.1:4242',
          webhookSecrets: { platform: ['whsec_first111', 'whsec_second22'] },
        },
      },
    },
  });
});

test('where the database is can be told without keys', () => {
  const DATABASE_URL = 'postgres://owner@localhost/mine';
  expect(loadOperatorConfig({ DATABASE_URL }).database).toEqual(loadConfig({ ...testKeys, DATABASE_URL }).database);
  expect(loadOperatorConfig({ DATA_DIR: '/srv/data', PORT: '3456' })).toEqual({
    database: { url: undefined, dataDir: '/srv/data' },
    publicUrl: 'http://localhost:3456',
  });
});

test('a database address that is none is named, without what else is not set', () => {
  const DATABASE_URL = 'mysql://canary';
  expect(() => loadOperatorConfig({ DATABASE_URL })).toThrow(/^DATABASE_URL must be a postgres:[^\n]*$/u);
});
