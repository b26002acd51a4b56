import { join } from 'node:path';
import pg from 'pg';
import { postgresBinaries } from './postgres-binaries.ts';
import { ensureCluster, passwordOf, type PostgresCluster } from './postgres-cluster.ts';
import { postgresAccount } from './postgres-account.ts';
import { startPostmaster } from './postmaster.ts';
import { portOf, requireFree } from './postmaster-lock.ts';

/** An embedded PostgreSQL that runs as long as this process. */
export interface Postgres {
  /** The address at which the owner of the tables signs in. */
  readonly url: string;
  /** Resolves with its last words when it ends without having been told to. */
  readonly failed: Promise<string>;
  /** Ends it after what is being done is done; everything committed is on disk. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Its data goes to `postgres/` in this folder. */
  readonly dataDir: string;
  /** Settings by name; for tests, which may give up durability. */
  readonly settings?: Readonly<Record<string, string>>;
}

const owner = 'sellerdesk';

/**
 * Starts PostgreSQL on a free port of this machine, with data that outlive it. Durability is PostgreSQL's own: what was
 * committed survives the death of any process at any moment.
 *
 * @throws {Error} with a sentence for the operator, for example when another process uses the folder.
 */
export async function startPostgres({ dataDir, settings = {} }: PostgresOptions): Promise<Postgres> {
  const folder = join(dataDir, 'postgres');
  const binaries = await postgresBinaries();
  const account = await postgresAccount([folder, binaries.postgres]);
  const cluster = await ensureCluster(folder, { binaries, account });
  await requireFree(folder);
  const postmaster = await startPostmaster(folder, { binaries, account, settings });
  const { password } = cluster;
  const { port } = postmaster;
  try {
    await ensureOwner(addressOf({ role: 'postgres', database: 'postgres', password, port }), cluster);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { url: ownersAddress(password, port), failed: postmaster.failed, stop: () => postmaster.stop() };
}

/**
 * Returns the owner's address of the PostgreSQL that a running server has started, for a program that works beside it.
 *
 * @throws {Error} with a sentence for the operator when none runs.
 */
export async function runningPostgres(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'postgres');
  const port = await portOf(folder);
  if (port === undefined)
    throw new Error(`No server runs on the data in ${folder}. Start it first, or set DATABASE_URL.`);
  return ownersAddress(await passwordOf(folder), port);
}

function ownersAddress(password: string, port: number): string {
  return addressOf({ role: owner, database: owner, password, port });
}

interface Address {
  readonly role: string;
  readonly database: string;
  readonly password: string;
  readonly port: number;
}

function addressOf({ role, database, password, port }: Address): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** The tables belong to a role that is no superuser, so row security holds for everything that is done with them. */
async function ensureOwner(superuserUrl: string, { password }: PostgresCluster): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [owner]);
    if (rowCount === 1) return;
    await client.query(`drop role if exists ${owner}`);
    await client.query(`create role ${owner} login createrole createdb password ${client.escapeLiteral(password)}`);
    await client.query(`create database ${owner} owner ${owner}`);
  } finally {
    await client.end();
  }
}
