import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { invocation, type PostgresAccount } from './postgres-account.ts';
import { folderInUse } from './postmaster-lock.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** A running PostgreSQL that takes connections. */
export interface Postmaster {
  readonly port: number;
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

/** What it is started with. */
interface PostmasterStart {
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

const stopDeadlineMs = 8000;

/**
 * Its own session, so that Ctrl-C reaches us and not it, and a reader of our pipe: when we end, however we end, the pipe
 * closes and PostgreSQL is told to stop. A killed server leaves no PostgreSQL behind.
 */
const endsWithUs = `
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
(read -r never <&3; kill -INT $postgres) 2>/dev/null &
watcher=$!
exec 3<&-
wait $postgres
code=$?
kill $watcher 2>/dev/null
exit $code
`;

/**
 * Starts PostgreSQL on a cluster, on a free port of this machine.
 *
 * @throws {Error} with its last words when it ends instead.
 */
export async function startPostmaster(folder: string, start: PostmasterStart): Promise<Postmaster> {
  const port = await freePort();
  const child = startChild(folder, { ...start, settings: { ...ours, port: String(port), ...start.settings } });
  return runningPostmaster(child, folder, port);
}

function startChild(folder: string, { binaries, account, settings }: PostmasterStart): ChildProcess {
  const isWindows = process.platform === 'win32';
  const command = [binaries.postgres, '-D', folder, ...settingArgs(settings)];
  const [program = '', ...rest] = isWindows ? command : ['sh', '-c', endsWithUs, 'sh', ...command];
  const { file, args, ...ids } = invocation(account, program, rest);
  return spawn(file, args, {
    ...ids,
    cwd: folder,
    detached: !isWindows,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** Everything else is PostgreSQL's default, durability above all. */
const ours = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

function settingArgs(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function runningPostmaster(child: ChildProcess, folder: string, port: number): Promise<Postmaster> {
  let words = '';
  let stopping = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', () => resolve(words.trim()));
  });
  const ready = new Promise<'ready'>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2000);
      if (words.includes('ready to accept connections')) resolve('ready');
    });
  });
  child.stdin?.on('error', () => undefined);
  const outcome = await Promise.race([ready, ended]);
  if (outcome !== 'ready') throw new Error(didNotStart(folder, outcome));
  return {
    port,
    failed: new Promise((resolve) => void ended.then((last) => (stopping ? undefined : resolve(last)))),
    stop: async () => {
      stopping = true;
      await stopped(child, ended);
    },
  };
}

/** Two that start at the same moment both find the folder free; PostgreSQL then refuses one of them. */
function didNotStart(folder: string, lastWords: string): string {
  const other = /another postmaster \(PID (?<pid>\d+)\)/u.exec(lastWords)?.groups?.['pid'];
  if (other !== undefined) return folderInUse(folder, Number(other));
  return `PostgreSQL did not start with the data in ${folder}. Move that folder away to begin anew, or set DATA_DIR to another. Its last words:\n${lastWords}`;
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (process.platform === 'win32') child.kill();
  child.stdin?.end();
  // PostgreSQL and the shell around it have a group of their own; what was committed survives this too.
  const overdue = setTimeout(() => child.pid === undefined || process.kill(-child.pid, 'SIGQUIT'), stopDeadlineMs);
  await ended;
  clearTimeout(overdue);
}

/** PostgreSQL cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
