import pg from 'pg';
import { unavailableFrom } from './outage.ts';
import { type Sql, sqlOf } from './sql.ts';

/** Work done inside one transaction: committed when it resolves, rolled back when it rejects. */
export type Work<T> = (sql: Sql) => Promise<T>;

/** The one way to rows: as a seller, who sees their own, or as the system. */
export interface Database {
  /**
   * Runs work in one transaction that sees and changes this seller's rows alone: PostgreSQL itself refuses the others.
   *
   * @throws {Problem} `unavailable` when PostgreSQL cannot be reached.
   */
  asSeller<T>(sellerId: string, work: Work<T>): Promise<T>;
  /**
   * Runs work in one transaction across all sellers: for signing in, webhooks and workers.
   *
   * @throws {Problem} `unavailable` when PostgreSQL cannot be reached.
   */
  asSystem<T>(work: Work<T>): Promise<T>;
  /** The owner's address, for libraries that talk to PostgreSQL by themselves. */
  readonly url: string;
  close(): Promise<void>;
}

/** Amounts are bigint in the database and stay so: a number would lose pence beyond 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, BigInt);

/** Connections that are not in a transaction of {@link Database} can see no seller's rows. */
const failClosed = '-c role=sellerdesk_seller -c idle_in_transaction_session_timeout=30s -c statement_timeout=20s';

/** Returns the database behind an address, whose migrations have been applied. */
export function openDatabase(url: string, { maxConnections = 20, waitMs = 5000 } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: waitMs,
    options: failClosed,
    types,
  });
  // A connection that breaks while nobody uses it: the pool replaces it, and the next query says what is wrong.
  pool.on('error', () => undefined);
  return {
    url,
    asSeller: async (sellerId, work) => inTransaction(pool, beginAsSeller(sellerId), work),
    asSystem: (work) => inTransaction(pool, 'begin; set local role sellerdesk_system', work),
    close: () => pool.end(),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** One round trip; the id stands in the text because SET takes no parameters, hence the check. */
function beginAsSeller(sellerId: string): string {
  if (!uuid.test(sellerId)) throw new TypeError('a seller id is a lower-case UUID');
  return `begin; set local role sellerdesk_seller; set local app.seller_id = '${sellerId}'`;
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: Work<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw unavailableFrom(error);
  });
  let broken: Error | undefined;
  const noticeBreak = (error: Error): void => {
    broken = error;
  };
  client.on('error', noticeBreak);
  try {
    await client.query(begin);
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    broken ??= await rollback(client);
    throw unavailableFrom(error);
  } finally {
    client.off('error', noticeBreak);
    client.release(broken);
  }
}

/** Returns why the connection must not be used again, if so. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('the rollback failed', { cause: error });
  }
}
