import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The system's account that PostgreSQL runs as where it cannot be ours: it refuses to run as root. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
  /** Whether folders of root's, closed to everybody else, are in its way. */
  readonly isShutOut: boolean;
}

/** A program to be started, as `spawn` takes it. */
interface Invocation {
  readonly file: string;
  readonly args: string[];
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);

/**
 * Returns the account `postgres` when we are root, made where it is missing; otherwise nothing.
 *
 * @param paths what it must be able to reach.
 */
export async function postgresAccount(paths: readonly string[]): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const ids = await readIds().catch(makeAccount);
  const open = await Promise.all(paths.map((path) => isOpenToAll(dirname(path))));
  return { ...ids, isShutOut: open.includes(false) };
}

/** Returns how to start a program as the account, or as we are where there is none. */
export function invocation(account: PostgresAccount | undefined, file: string, args: readonly string[]): Invocation {
  if (account === undefined) return { file, args: [...args] };
  const { uid, gid, isShutOut } = account;
  return isShutOut ? letThrough(uid, gid, [file, ...args]) : { file, args: [...args], uid, gid };
}

/**
 * The account keeps one of root's rights, to pass where everybody else is shut out: a checkout under `/root`, or in a
 * folder that was made for root alone.
 */
function letThrough(uid: number, gid: number, command: readonly string[]): Invocation {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const right = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { file: 'setpriv', args: [...ids, ...right, ...command] };
}

async function readIds(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function makeAccount(): Promise<{ uid: number; gid: number }> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return await readIds();
  } catch (error) {
    throw new Error(
      'PostgreSQL does not run as root, and the account "postgres" cannot be made. Run the server as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

/** Folders that are not there yet are made by us, open to all. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const parent = dirname(folder);
  const isOpen = await stat(folder).then(
    ({ mode }) => (mode & 0o001) !== 0,
    () => true,
  );
  return isOpen && (parent === folder || (await isOpenToAll(parent)));
}
