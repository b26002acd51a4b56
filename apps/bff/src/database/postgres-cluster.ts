import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';

/** A folder with PostgreSQL's data, made by us. */
export interface PostgresCluster {
  readonly folder: string;
  /** Of every role that may sign in. It stands in the folder, which nobody else can read. */
  readonly password: string;
}

const passwordFile = 'sellerdesk-password';

/** Returns the cluster in a folder, made now when there is none. */
export async function ensureCluster(folder: string, account: PostgresAccount | undefined): Promise<PostgresCluster> {
  if (!existsSync(folder)) await makeCluster(folder, account);
  try {
    return { folder, password: await readFile(join(folder, passwordFile), 'utf8') };
  } catch (error) {
    throw new Error(`${folder} holds no data of this server. Move it away, or set DATA_DIR to another folder.`, {
      cause: error,
    });
  }
}

/**
 * Makes it beside its place and moves it there when it is whole: a start that is killed half way leaves nothing that
 * looks like data, and of two starts at once one wins.
 */
async function makeCluster(folder: string, account: PostgresAccount | undefined): Promise<void> {
  await removeUnfinished(folder);
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (account) await chown(unfinished, account.uid, account.gid);
  try {
    await initialise(unfinished, account);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function initialise(folder: string, account: PostgresAccount | undefined): Promise<void> {
  const { initdb } = await postgresBinaries();
  const password = randomBytes(24).toString('base64url');
  const pwfile = `${folder}.password`;
  await writeFile(pwfile, password, { mode: 0o600 });
  if (account) await chown(pwfile, account.uid, account.gid);
  try {
    const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    await promisify(execFile)(initdb, [`--pgdata=${folder}`, `--pwfile=${pwfile}`, ...options], {
      ...account,
      cwd: dirname(initdb),
    });
    await rename(pwfile, join(folder, passwordFile));
  } catch (error) {
    throw new Error(sentenceFor(error, folder, account), { cause: error });
  } finally {
    await rm(pwfile, { force: true });
  }
}

function sentenceFor(error: unknown, folder: string, account: PostgresAccount | undefined): string {
  const words = error instanceof Error ? error.message : String(error);
  if (account && /EACCES|Permission denied/iu.test(words))
    return `The account "postgres", which PostgreSQL runs as because the server runs as root, cannot reach ${folder} or its programs. Run the server as an ordinary user, put the folders where every account may enter, or set DATABASE_URL.`;
  return `PostgreSQL could not make its folder ${folder}: ${words.trim()}`;
}

/** Removes what starts that were killed left behind. */
async function removeUnfinished(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const prefix = `${basename(folder)}.unfinished-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
