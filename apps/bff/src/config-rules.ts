import { isCurrency } from '@sellerdesk/money';
import type { Environment } from './environment.ts';

/** A rule over several variables: the sentence for when it is broken. */
type Rule = (env: Environment) => string | false;

const isLive = (key: string): boolean => /^[a-z]+_live_/u.test(key);

const webhookSettings = ['STRIPE_WEBHOOK_SECRETS_PLATFORM', 'STRIPE_WEBHOOK_SECRETS_CONNECT'] as const;
const testWebhookSettings = ['STRIPE_TEST_WEBHOOK_SECRETS_PLATFORM', 'STRIPE_TEST_WEBHOOK_SECRETS_CONNECT'] as const;
const testSettings = ['STRIPE_TEST_SECRET_KEY', 'STRIPE_TEST_PUBLISHABLE_KEY', ...testWebhookSettings] as const;

// prettier-ignore
const rules: readonly Rule[] = [
  (env) => Number(env.PORT) > 65_535 && 'PORT must be at most 65535',
  (env) => isLive(env.STRIPE_SECRET_KEY) !== isLive(env.STRIPE_PUBLISHABLE_KEY)
    && 'STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY must both be test keys or both be live keys',
  (env) => isLive(env.STRIPE_SECRET_KEY) && env.MODE !== 'live'
    && 'STRIPE_SECRET_KEY is a live key: set MODE=live to say that real money is meant, or use a test key',
  (env) => !isLive(env.STRIPE_SECRET_KEY) && env.MODE === 'live'
    && 'STRIPE_SECRET_KEY is a test key: MODE=live needs a live key',
  (env) => env.MODE === 'live' && env.NODE_ENV !== 'production' && 'MODE=live needs NODE_ENV=production',
  (env) => env.MODE === 'live' && !env.PUBLIC_URL.startsWith('https://')
    && 'PUBLIC_URL must be an https:// address when MODE is live',
  (env) => env.MODE === 'live' && !isStripes(env.STRIPE_API_BASE)
    && 'STRIPE_API_BASE must be at stripe.com when MODE is live',
  (env) => env.MODE === 'live' && !isStripes(env.STRIPE_CONNECT_JS_URL)
    && 'STRIPE_CONNECT_JS_URL must be at stripe.com when MODE is live',
  (env) => env.MODE === 'live' && hasDefaultPassword(env.DATABASE_URL)
    && 'DATABASE_URL must not have a well-known password when MODE is live',
  (env) => env.MODE === 'live' && env.STRIPE_WEBHOOK_SECRETS_PLATFORM === ''
    && 'STRIPE_WEBHOOK_SECRETS_PLATFORM must be set when MODE is live',
  (env) => env.MODE === 'live' && env.STRIPE_WEBHOOK_SECRETS_CONNECT === ''
    && 'STRIPE_WEBHOOK_SECRETS_CONNECT must be set when MODE is live',
  // `stripe listen` has one secret for everything that it forwards to a developer's machine.
  (env) => env.MODE === 'live' && sharesSecret(env)
    && 'STRIPE_WEBHOOK_SECRETS_PLATFORM, STRIPE_WEBHOOK_SECRETS_CONNECT and those of STRIPE_TEST_… must not share a secret: it tells them apart',
  (env) => env.MODE !== 'live' && testSettings.some((name) => env[name] !== '')
    && 'STRIPE_TEST_… is for test accounts beside live ones: without MODE=live, test keys belong into STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY',
  (env) => (env.STRIPE_TEST_SECRET_KEY === '') !== (env.STRIPE_TEST_PUBLISHABLE_KEY === '')
    && 'STRIPE_TEST_SECRET_KEY and STRIPE_TEST_PUBLISHABLE_KEY must both be set, or neither',
  (env) => env.STRIPE_TEST_SECRET_KEY === '' && testSettings.some((name) => name.includes('WEBHOOK') && env[name] !== '')
    && 'STRIPE_TEST_WEBHOOK_SECRETS_… need STRIPE_TEST_SECRET_KEY',
  ...(['STRIPE_API_BASE', 'STRIPE_CONNECT_JS_URL', 'STRIPE_DASHBOARD_URL'] as const).map(
    (name): Rule => (env) => !isHttpsOrLoopback(env[name]) && `${name} must be https, or http on this machine`,
  ),
  (env) => env.PUBLIC_URL !== '' && !isHttpsOrLoopback(env.PUBLIC_URL)
    && 'PUBLIC_URL must be https, or http on this machine: browsers keep no secure cookie otherwise',
  (env) => unknownCurrencies(env).length > 0
    && `PLATFORM_FEE_MINIMUM_MINOR names a currency Stripe does not charge in: ${unknownCurrencies(env).join(', ')}`,
  ...(['STAFF', 'SELLERS'] as const).flatMap((side): Rule[] => [
    (env) => missingOfOidc(env, side) !== undefined
      && `${missingOfOidc(env, side)} is not set: an issuer, a client id and a client secret go together`,
    (env) => env[`${side}_OIDC_ISSUER`] !== '' && !isHttpsOrLoopback(env[`${side}_OIDC_ISSUER`])
      && `${side}_OIDC_ISSUER must be https, or http on this machine`,
    (env) => env.MODE === 'live' && env[`${side}_OIDC_ISSUER`].startsWith('http:')
      && `${side}_OIDC_ISSUER must be https when MODE is live`,
  ]),
];

/** Returns one sentence for each rule the environment breaks; none of them repeats a key or a password. */
export function ruleMistakes(env: Environment): string[] {
  return rules.map((rule) => rule(env)).filter((mistake) => mistake !== false);
}

function isStripes(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && (hostname === 'stripe.com' || hostname.endsWith('.stripe.com'));
}

function isHttpsOrLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Returns what is missing when something of an identity provider is set, and not all. */
function missingOfOidc(env: Environment, side: 'STAFF' | 'SELLERS'): string | undefined {
  const names = [`${side}_OIDC_ISSUER`, `${side}_OIDC_CLIENT_ID`, `${side}_OIDC_CLIENT_SECRET`] as const;
  return names.some((name) => env[name] !== '') ? names.find((name) => env[name] === '') : undefined;
}

function hasDefaultPassword(url: string): boolean {
  return URL.canParse(url) && ['postgres', 'password', 'admin', 'secret'].includes(new URL(url).password);
}

function sharesSecret(env: Environment): boolean {
  const secrets = [...webhookSettings, ...testWebhookSettings].flatMap((name) => [
    ...new Set(env[name].split(',').flatMap((secret) => (secret.trim() === '' ? [] : [secret.trim()]))),
  ]);
  return new Set(secrets).size < secrets.length;
}

function unknownCurrencies(env: Environment): string[] {
  const codes = env.PLATFORM_FEE_MINIMUM_MINOR.split(',').map((item) => item.trim().slice(0, 3));
  return codes.filter((code) => code !== '' && !isCurrency(code));
}
