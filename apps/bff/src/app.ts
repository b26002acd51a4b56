import type { FastifyInstance } from 'fastify';
import { registerAccountSessions } from './account-sessions/index.ts';
import { registerAccounts } from './accounts/index.ts';
import { registerCharges } from './charges/index.ts';
import type { Config } from './config.ts';
import { registerDashboardLinks } from './dashboard-links/index.ts';
import type { Database } from './database/index.ts';
import {
  answerError,
  answerHealth,
  createServer,
  describeApi,
  loadShell,
  refuseCrossSite,
  securityHeaders,
  type ServerParts,
  servePages,
} from './http/index.ts';
import { registerIdentity } from './identity/index.ts';
import { registerSellers } from './sellers/index.ts';
import { openServices } from './services.ts';
import { registerStaff } from './staff/index.ts';
import { registerSupport } from './support/index.ts';
import { registerWebhooks } from './webhooks/index.ts';

/** What the app is made from; everything that differs between production and a test. */
export interface AppParts extends Pick<ServerParts, 'logStream'> {
  readonly config: Config;
  readonly database: Database;
  /** The present; a parameter because sessions, limits and deadlines depend on it. */
  readonly now?: () => Date;
}

/** Returns the app with every route, ready to listen or to be injected into. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, database, now = () => new Date() } = parts;
  const shell = await loadShell(config);
  const app = createServer({ ...parts, headers: securityHeaders(config, shell?.inlineScripts ?? []) });
  app.setErrorHandler(answerError);
  refuseCrossSite(app, config.http.publicUrl);
  await describeApi(app);
  answerHealth(app, database);
  await registerIdentity(app, { config, database, now });
  registerSellers(app, { config, database, now });
  registerStaff(app, { config, database, now });

  const services = openServices(app, { config, database, now });
  registerAccounts(app, services);
  registerAccountSessions(app, services);
  registerCharges(app, services);
  registerDashboardLinks(app, services);
  registerSupport(app, services);
  await registerWebhooks(app, services);

  await servePages(app, shell, config.http.webDist);
  return app;
}
