export { type Database, openDatabase, type Work } from './database.ts';
export { openOwnerPool, type OwnerPool } from './owner-pool.ts';
export { requireMode } from './installation.ts';
export { migrate } from './migrate.ts';
export type { Sql, SqlValue } from './sql.ts';
export { startPostgres, type Postgres } from './postgres.ts';
