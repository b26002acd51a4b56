import { join, resolve } from 'node:path';
import type { OidcSide, Platform } from '@sellerdesk/contract';
import type * as Type from 'typebox';
import { Value } from 'typebox/value';
import { ruleMistakes } from './config-rules.ts';
import { Environment, OperatorEnvironment, type Variable } from './environment.ts';

/** Which of Stripe's two worlds the keys open. */
export type Mode = 'test' | 'live';

/** What opens one of Stripe's two worlds. */
export interface StripeAccess {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Any of them may sign: two while rolling, and snapshot and thin destinations have one each. */
  readonly webhookSecrets: { readonly platform: readonly string[]; readonly connect: readonly string[] };
  readonly apiBase: string;
}

/** Everything that differs between deployments; deeply frozen. */
export interface Config {
  /** The mode of new sellers, and of the database. */
  readonly mode: Mode;
  readonly logLevel: string;
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Where a browser finds these pages: scheme, host and port, without a slash at the end. */
    readonly publicUrl: string;
    /** Addresses whose X-Forwarded-* are believed; none by default. */
    readonly trustProxy: readonly string[];
    /** The folder of the built SPA. */
    readonly webDist: string;
  };
  readonly database: {
    /** Undefined: an embedded PostgreSQL in `dataDir`. */
    readonly url: string | undefined;
    readonly dataDir: string;
  };
  readonly stripe: {
    /** By mode: that of the deployment always, and beside live keys those for test accounts where there are any. */
    readonly access: Readonly<Partial<Record<Mode, StripeAccess>>>;
    readonly accountsApi: 'v1' | 'v2';
    readonly connectJsUrl: string;
    readonly dashboardUrl: string;
  };
  readonly platform: Platform;
  /** The platform's own identity providers, by whom they let in; undefined: nobody signs in that way. */
  readonly oidc: Readonly<Record<OidcSide, OidcClient | undefined>>;
}

/** What we are at an identity provider that speaks OpenID Connect. */
export interface OidcClient {
  /** Exactly as the provider names itself; https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What stands on the button behind "Continue with". */
  readonly label: string;
}

/** The environment is not usable; the message has one line per mistake and no value of any variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

/**
 * Returns the configuration that the environment describes. Empty variables count as not set.
 *
 * @throws {ConfigError}
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const environment = environmentFrom(Environment, env);
  const mistakes = ruleMistakes(environment);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return deepFreeze(configFrom(environment));
}

/** What programs of the operator need. */
export interface OperatorConfig {
  readonly database: Config['database'];
  readonly publicUrl: string;
}

/**
 * Returns what programs beside the server need: who runs them need not have Stripe's keys.
 *
 * @throws {ConfigError}
 */
export function loadOperatorConfig(env: Readonly<Record<string, string | undefined>>): OperatorConfig {
  const environment = environmentFrom(OperatorEnvironment, env);
  return { database: databaseFrom(environment), publicUrl: publicUrlFrom(environment) };
}

function environmentFrom<Variables extends Record<string, Variable>>(
  variables: Type.TObject<Variables>,
  env: Readonly<Record<string, string | undefined>>,
): Type.Static<Type.TObject<Variables>> {
  const names = Object.keys(variables.properties);
  const set = Object.fromEntries(names.map((name) => [name, env[name]?.trim()]).filter(([, value]) => value));
  const filled: unknown = Value.Default(variables, set);
  if (Value.Check(variables, filled)) return filled;
  throw new ConfigError(
    Object.entries(variables.properties).flatMap(([name, schema]) => mistakeIn(name, schema, filled)),
  );
}

function mistakeIn(name: string, schema: Variable, filled: unknown): string[] {
  const value: unknown = Object.getOwnPropertyDescriptor(filled, name)?.value;
  if (Value.Check(schema, value)) return [];
  return [value === '' ? `${name} is not set; it ${schema.description}` : `${name} ${schema.description}`];
}

const repository = resolve(import.meta.dirname, '../../..');

function configFrom(env: Environment): Config {
  const mode = env.MODE === 'live' ? 'live' : 'test';
  return {
    mode,
    logLevel: env.LOG_LEVEL,
    http: {
      host: env.HOST,
      port: Number(env.PORT),
      publicUrl: publicUrlFrom(env),
      trustProxy: listOf(env.TRUST_PROXY),
      webDist: env.WEB_DIST === '' ? join(repository, 'apps/web/dist') : resolve(env.WEB_DIST),
    },
    database: databaseFrom(env),
    stripe: {
      access: { [mode]: accessFrom(env), ...(env.STRIPE_TEST_SECRET_KEY !== '' && { test: testAccessFrom(env) }) },
      accountsApi: env.STRIPE_ACCOUNTS_API === 'v1' ? 'v1' : 'v2',
      connectJsUrl: env.STRIPE_CONNECT_JS_URL,
      dashboardUrl: withoutSlash(env.STRIPE_DASHBOARD_URL),
    },
    platform: platformFrom(env),
    oidc: { staff: oidcClientFrom(env, 'STAFF'), sellers: oidcClientFrom(env, 'SELLERS') },
  };
}

function oidcClientFrom(env: Environment, side: 'STAFF' | 'SELLERS'): OidcClient | undefined {
  const issuer = env[`${side}_OIDC_ISSUER`];
  if (issuer === '') return undefined;
  return {
    issuer,
    clientId: env[`${side}_OIDC_CLIENT_ID`],
    clientSecret: env[`${side}_OIDC_CLIENT_SECRET`],
    label: env[`${side}_OIDC_LABEL`],
  };
}

function accessFrom(env: Environment): StripeAccess {
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: {
      platform: listOf(env.STRIPE_WEBHOOK_SECRETS_PLATFORM),
      connect: listOf(env.STRIPE_WEBHOOK_SECRETS_CONNECT),
    },
    apiBase: withoutSlash(env.STRIPE_API_BASE),
  };
}

/** For test accounts beside live ones. */
function testAccessFrom(env: Environment): StripeAccess {
  return {
    secretKey: env.STRIPE_TEST_SECRET_KEY,
    publishableKey: env.STRIPE_TEST_PUBLISHABLE_KEY,
    webhookSecrets: {
      platform: listOf(env.STRIPE_TEST_WEBHOOK_SECRETS_PLATFORM),
      connect: listOf(env.STRIPE_TEST_WEBHOOK_SECRETS_CONNECT),
    },
    apiBase: withoutSlash(env.STRIPE_API_BASE),
  };
}

function publicUrlFrom(env: Pick<Environment, 'PORT' | 'PUBLIC_URL'>): string {
  return new URL(env.PUBLIC_URL === '' ? `http://localhost:${env.PORT}` : env.PUBLIC_URL).origin;
}

function databaseFrom(env: Pick<Environment, 'DATABASE_URL' | 'DATA_DIR'>): Config['database'] {
  return {
    url: env.DATABASE_URL === '' ? undefined : env.DATABASE_URL,
    dataDir: resolve(repository, env.DATA_DIR),
  };
}

function platformFrom(env: Environment): Platform {
  const minimums = listOf(env.PLATFORM_FEE_MINIMUM_MINOR).map((item) => item.split('='));
  return {
    name: env.PLATFORM_NAME,
    accentColor: env.PLATFORM_ACCENT_COLOR,
    fee: {
      basisPoints: Number(env.PLATFORM_FEE_BASIS_POINTS),
      minimumMinor: Object.fromEntries(minimums.map(([currency, minor]) => [currency, Number(minor)])),
    },
  };
}

function listOf(value: string): string[] {
  return value.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
