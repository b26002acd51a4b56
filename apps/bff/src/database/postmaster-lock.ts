import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The process that holds a folder, and what it says it is doing. */
interface Holder {
  readonly pid: number;
  readonly port: number;
  readonly isStopping: boolean;
}

/** How long one may take to notice that its server was killed, and to write everything down and end. */
const patienceMs = { running: 1000, stopping: 30_000 };

/**
 * Waits until no PostgreSQL uses a folder.
 *
 * PostgreSQL itself takes the lock of a dead process away unless its number is in use again, which happens in
 * containers after every restart: only then is the lock removed here. A lock that was not there when we looked may
 * be another server's by now and is left to PostgreSQL.
 *
 * @throws {Error} when one keeps using it.
 */
export async function requireFree(folder: string): Promise<void> {
  const lock = lockOf(folder);
  const startedAt = performance.now();
  let holder = await holderOf(lock);
  while (holder !== undefined && (await isPostgres(holder.pid))) {
    const patience = holder.isStopping ? patienceMs.stopping : patienceMs.running;
    if (performance.now() - startedAt > patience) throw new Error(folderInUse(folder, holder.pid));
    await wait(50);
    holder = await holderOf(lock);
  }
  if (holder !== undefined && isAlive(holder.pid)) await rm(lock, { force: true });
}

/** Returns the sentence for a folder that a running PostgreSQL uses. */
export function folderInUse(folder: string, pid: number): string {
  return `${folder} is in use by another PostgreSQL (process ${pid}): another server runs on the same data. Stop that one, or set DATA_DIR to another folder.`;
}

/** Returns the port that a PostgreSQL on a folder listens at, if there is one. */
export async function portOf(folder: string): Promise<number | undefined> {
  const holder = await holderOf(lockOf(folder));
  return holder !== undefined && (await isPostgres(holder.pid)) ? holder.port : undefined;
}

function lockOf(folder: string): string {
  return join(folder, 'postmaster.pid');
}

/** The first line of the lock is the process, the fourth its port, the last what it does. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    const text = await readFile(lock, 'utf8');
    const port = Number(text.split('\n')[3]);
    return { pid: Number.parseInt(text, 10), port, isStopping: /^stopping\s*$/mu.test(text) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres';
  } catch {
    // It ended between the two looks.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
