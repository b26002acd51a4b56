import type { Config } from '../config.ts';
import type { Database } from '../database/index.ts';

/** What identity works with. */
export interface IdentityParts {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
}
