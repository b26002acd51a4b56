import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The system's account that PostgreSQL runs as, where it cannot be our own. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/**
 * Returns the account `postgres` when we are root, as PostgreSQL refuses to run as root, and makes it where it is
 * missing; otherwise nothing.
 */
export async function postgresAccount(): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return await readAccount();
  } catch {
    await makeAccount();
    return readAccount();
  }
}

async function readAccount(): Promise<PostgresAccount> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function makeAccount(): Promise<void> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  } catch (error) {
    throw new Error(
      'PostgreSQL does not run as root and the account "postgres" cannot be made. Run the server as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}
