import type { Config } from '../config.ts';
import type { Database } from '../database/index.ts';

/** What staff are signed in with. */
export interface StaffParts {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
}
