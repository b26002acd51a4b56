import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { Database } from './database/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { StripeDoor } from './stripe/index.ts';

/** What the words of the product work with. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly stripe: StripeDoor;
  readonly jobs: Jobs;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
}
