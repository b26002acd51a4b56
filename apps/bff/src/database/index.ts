export { type Database, openDatabase } from './database.ts';
export { openOwnerPool } from './owner-pool.ts';
export { requireMode } from './installation.ts';
export { migrate } from './migrate.ts';
export type { Sql, SqlValue } from './sql.ts';
export { runningPostgres, startPostgres, type Postgres } from './postgres.ts';
