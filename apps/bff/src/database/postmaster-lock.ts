import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a PostgreSQL may take to end whose server was killed a moment ago. */
const patienceMs = 5000;

/**
 * Waits until no PostgreSQL uses a folder, and removes the lock of one that died.
 *
 * PostgreSQL itself takes the lock of a dead process away unless its number is in use again, which happens in
 * containers after every restart; so it is looked at what that process is.
 *
 * @throws {Error} when one keeps using it.
 */
export async function requireFree(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const deadline = performance.now() + patienceMs;
  let pid = await lockedBy(lock);
  while (pid !== undefined && (await isPostgres(pid))) {
    if (performance.now() > deadline) throw new Error(inUse(folder, pid));
    await wait(50);
    pid = await lockedBy(lock);
  }
  await rm(lock, { force: true });
}

function inUse(folder: string, pid: number): string {
  return `${folder} is in use by another PostgreSQL (process ${pid}): another server runs on the same data. Stop that one, or set DATA_DIR to another folder.`;
}

async function lockedBy(lock: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(lock, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres';
  } catch {
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
