import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { invocation, type PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** A folder with PostgreSQL's data, made by us. */
export interface PostgresCluster {
  readonly folder: string;
  /** Of every role that may sign in. It stands in the folder, which nobody else can read. */
  readonly password: string;
}

/** What a cluster is made with. */
interface Making {
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | undefined;
}

const passwordFile = 'sellerdesk-password';

/** Returns the cluster in a folder, made now when there is none. */
export async function ensureCluster(folder: string, making: Making): Promise<PostgresCluster> {
  if (!existsSync(folder)) await makeCluster(folder, making);
  return { folder, password: await passwordOf(folder) };
}

/** Returns the password of the cluster in a folder. */
export async function passwordOf(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, passwordFile), 'utf8');
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
async function makeCluster(folder: string, making: Making): Promise<void> {
  await removeUnfinished(folder);
  const unfinished = `${folder}.unfinished-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    await initialise(unfinished, making);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function initialise(folder: string, { binaries, account }: Making): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const pwfile = `${folder}.password`;
  await writeFile(pwfile, password, { mode: 0o600 });
  if (account) {
    await chown(folder, account.uid, account.gid);
    await chown(pwfile, account.uid, account.gid);
  }
  const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  const { file, args, ...ids } = invocation(account, binaries.initdb, [
    `--pgdata=${folder}`,
    `--pwfile=${pwfile}`,
    ...options,
  ]);
  try {
    await promisify(execFile)(file, args, { ...ids, cwd: dirname(folder) });
    await rename(pwfile, join(folder, passwordFile));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`PostgreSQL could not make its folder ${folder}: ${words.trim()}`, { cause: error });
  } finally {
    await rm(pwfile, { force: true });
  }
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
