import pg from 'pg';

/** Connections of the owner, for a library that talks to PostgreSQL by itself. */
export interface OwnerPool {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens connections as the owner. One that breaks is replaced; it never ends the process, in use or not. */
export function openOwnerPool(url: string, maxConnections: number): OwnerPool {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, close: () => pool.end() };
}
