import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Database } from './database/index.ts';
import { createJobs, type Jobs } from './jobs/index.ts';
import { createStripe, logStripeCallsOfRequests, type StripeDoor } from './stripe/index.ts';

/** What the words of the product work with. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly stripe: StripeDoor;
  readonly jobs: Jobs;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
}

/** Opens Stripe's door and the job queue for the life of the app. */
export function openServices(app: FastifyInstance, parts: Pick<Services, 'config' | 'database' | 'now'>): Services {
  const stripe = createStripe(parts.config, app.log);
  app.addHook('onClose', async () => stripe.close());
  logStripeCallsOfRequests(app);
  return { ...parts, stripe, jobs: createJobs(app, parts.database), log: app.log };
}
