import { type Seller, signUp } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Database } from '../database/index.ts';
import { createTestBrowser, type TestBrowser, type TestBrowserOptions } from './test-browser.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestAppOptions {
  /** Settings beyond those a test needs. */
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
  /** Changes what the settings say, for what a deployment may not have: a live Stripe of our own. */
  readonly configure?: (config: Config) => Config;
  /** Stands between the server and its database. */
  readonly overLine?: (database: Database) => Database;
}

/** A seller with the browser they signed up in. */
export interface SignedUp extends TestBrowser {
  readonly seller: Seller;
  readonly email: string;
  readonly password: string;
}

/** The server as it ships, with a database of its own. */
export interface BareTestApp {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly database: TestDatabase;
  /** The log, one JSON object a line. */
  readonly log: readonly string[];
  browser(options?: TestBrowserOptions): TestBrowser;
  /** Signs a new seller up. */
  signUp(details?: Partial<SignUpDetails>): Promise<SignedUp>;
  close(): Promise<void>;
}

interface SignUpDetails {
  readonly email: string;
  readonly password: string;
  readonly businessName: string;
  readonly country: string;
}

const keys = { STRIPE_SECRET_KEY: 'sk_test_1234567890', STRIPE_PUBLISHABLE_KEY: 'pk_test_1234567890' };
/** Nobody listens there, so a call that no test expects fails at once. */
const noStripe = 'http://127.0.0.1:9';

/** Starts the server without a Stripe: for what never asks Stripe. */
export async function startBareTestApp(options: TestAppOptions = {}): Promise<BareTestApp> {
  const { env = {}, now, configure = (config) => config, overLine = (database) => database } = options;
  const settings = { LOG_LEVEL: 'info', ...keys, STRIPE_API_BASE: noStripe, WEB_DIST: '/nowhere', ...env };
  const config = configure(loadConfig(settings));
  const database = await createTestDatabase();
  const log: string[] = [];
  const app = await buildApp({
    config,
    database: overLine(database),
    logStream: { write: (line) => log.push(line) },
    ...(now && { now }),
  });
  await app.ready();
  let sellers = 0;
  return {
    app,
    config,
    database,
    log,
    browser: (browserOptions) => createTestBrowser(app, browserOptions),
    signUp: (details = {}) => signUpIn(createTestBrowser(app), { email: `seller${++sellers}@example.com`, ...details }),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

async function signUpIn(browser: TestBrowser, details: Partial<SignUpDetails>): Promise<SignedUp> {
  const body = {
    email: 'seller@example.com',
    password: 'correct horse battery',
    businessName: 'Pots and pans',
    country: 'GB',
    ...details,
  };
  const seller = await browser.client(signUp, { body });
  return { ...browser, seller, email: body.email, password: body.password };
}
