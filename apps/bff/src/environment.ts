import * as Type from 'typebox';

const httpUrl = String.raw`^https?://[^\s/@]+(/\S*)?$`;
const commaSeparated = (item: string): string => `^(${item}(\\s*,\\s*${item})*)?$`;

/** What a variable must look like, and the sentence for a value that is wrong. */
export type Variable = Type.TString & { readonly description: string };

const variable = (fallback: string, pattern: string, must: string): Variable =>
  Object.assign(Type.String({ default: fallback, pattern }), { description: must });

const webhookSecrets = variable(
  '',
  commaSeparated(String.raw`whsec_\w{8,}`),
  'must be signing secrets that start with whsec_, separated by commas',
);

/** Signing in at the platform's identity provider: three settings, all or none, and what the button says. */
const oidcIssuer = variable(
  '',
  String.raw`^$|^https?://[^\s/@?#]+(/[^\s?#]*)?$`,
  'must be the http(s) address of an issuer',
);
const oidcClientId = variable('', String.raw`^\S{0,255}$`, 'must be 1 to 255 characters without spaces');
const oidcClientSecret = variable('', String.raw`^$|^\S{8,512}$`, 'must be 8 to 512 characters without spaces');
const oidcLabel = variable('single sign-on', '^.{1,40}$', 'must be 1 to 40 characters');

/**
 * Every environment variable the server reads. The defaults are documented, for people, in `.env.example`; a test keeps
 * the two alike.
 */
export const Environment = Type.Object({
  NODE_ENV: variable('development', '^(development|test|production)$', 'must be development, test or production'),
  MODE: variable('test', '^(test|live)$', 'must be test or live'),
  PORT: variable('3000', String.raw`^\d{1,5}$`, 'must be a port number, 0 for any'),
  HOST: variable('localhost', String.raw`^[^\s/]+$`, 'must be a host name or an address to listen on'),
  PUBLIC_URL: variable('', `^$|${httpUrl}`, 'must be the http(s) address of these pages in a browser'),
  TRUST_PROXY: variable(
    '',
    commaSeparated(String.raw`[0-9A-Fa-f.:]+(/\d+)?`),
    'must be the exact addresses of your proxies, separated by commas',
  ),
  WEB_DIST: variable('', '', ''),
  LOG_LEVEL: variable(
    'info',
    '^(fatal|error|warn|info|debug|trace|silent)$',
    'must be fatal, error, warn, info, debug, trace or silent',
  ),
  DATABASE_URL: variable(
    '',
    String.raw`^$|^postgres(ql)?://\S+$`,
    'must be a postgres:// address, or empty for the embedded PostgreSQL',
  ),
  DATA_DIR: variable('.data', '.', 'must name a folder'),
  STRIPE_SECRET_KEY: variable(
    '',
    String.raw`^(sk|rk)_(test|live)_\w{8,}$`,
    'must be a secret or restricted key: sk_test_…, rk_test_…, sk_live_… or rk_live_…',
  ),
  STRIPE_PUBLISHABLE_KEY: variable(
    '',
    String.raw`^pk_(test|live)_\w{8,}$`,
    'must be a publishable key: pk_test_… or pk_live_…',
  ),
  STRIPE_WEBHOOK_SECRETS_PLATFORM: webhookSecrets,
  STRIPE_WEBHOOK_SECRETS_CONNECT: webhookSecrets,
  STRIPE_TEST_SECRET_KEY: variable(
    '',
    String.raw`^$|^(sk|rk)_test_\w{8,}$`,
    'must be a secret or restricted test key: sk_test_… or rk_test_…',
  ),
  STRIPE_TEST_PUBLISHABLE_KEY: variable(
    '',
    String.raw`^$|^pk_test_\w{8,}$`,
    'must be a publishable test key: pk_test_…',
  ),
  STRIPE_TEST_WEBHOOK_SECRETS_PLATFORM: webhookSecrets,
  STRIPE_TEST_WEBHOOK_SECRETS_CONNECT: webhookSecrets,
  STRIPE_ACCOUNTS_API: variable('v2', '^v[12]$', 'must be v2 or v1'),
  STRIPE_API_BASE: variable('https://api.stripe.com', httpUrl, 'must be an http(s) address'),
  STRIPE_CONNECT_JS_URL: variable(
    'https://connect-js.stripe.com/v1.0/connect.js',
    httpUrl,
    'must be an http(s) address',
  ),
  STRIPE_DASHBOARD_URL: variable('https://dashboard.stripe.com', httpUrl, 'must be an http(s) address'),
  PLATFORM_NAME: variable('Sellerdesk', '^.{1,60}$', 'must be 1 to 60 characters'),
  PLATFORM_ACCENT_COLOR: variable('#4f46e5', '^#[0-9A-Fa-f]{6}$', 'must be a colour like #4f46e5'),
  PLATFORM_FEE_BASIS_POINTS: variable(
    '250',
    String.raw`^(\d{1,4}|10000)$`,
    'must be whole basis points from 0 to 10000 (250 is 2.5 %)',
  ),
  PLATFORM_FEE_MINIMUM_MINOR: variable(
    'usd=30,gbp=25,eur=30',
    commaSeparated(String.raw`[a-z]{3}=\d{1,8}`),
    'must be whole minor units by currency, like usd=30,eur=30',
  ),
  STAFF_OIDC_ISSUER: oidcIssuer,
  STAFF_OIDC_CLIENT_ID: oidcClientId,
  STAFF_OIDC_CLIENT_SECRET: oidcClientSecret,
  STAFF_OIDC_LABEL: oidcLabel,
  SELLERS_OIDC_ISSUER: oidcIssuer,
  SELLERS_OIDC_CLIENT_ID: oidcClientId,
  SELLERS_OIDC_CLIENT_SECRET: oidcClientSecret,
  SELLERS_OIDC_LABEL: oidcLabel,
});

export type Environment = Type.Static<typeof Environment>;

/** Those of them that programs of the operator need. */
export const OperatorEnvironment = Type.Object({
  DATABASE_URL: Environment.properties.DATABASE_URL,
  DATA_DIR: Environment.properties.DATA_DIR,
  PORT: Environment.properties.PORT,
  PUBLIC_URL: Environment.properties.PUBLIC_URL,
});
