import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type { Database } from '../database/index.ts';

/** What is done apart from requests: kept in PostgreSQL, done by any one instance, and tried again when it fails. */
export interface Jobs {
  /** Says what a job of this name does; it may be done more than once. */
  define(name: string, work: (id: string) => Promise<void>): void;
  /**
   * Does this once a minute and at the start, by one instance at a time: for finding what was left behind when an
   * instance was killed.
   */
  everyMinute(name: string, work: () => Promise<void>): void;
}

const stopWithinMs = 6000;

/** Starts working when the app is ready and stops when it closes; a job cut off by the stop is found by the next start. */
export function createJobs(app: FastifyInstance, database: Pick<Database, 'url'>): Jobs {
  const tasks: TaskList = {};
  const sweeps = new Map<string, () => Promise<void>>();
  let runner: Runner | undefined;
  app.addHook('onReady', async () => {
    runner = await startRunner(database.url, tasks, [...sweeps.keys()], app.log);
    for (const sweep of sweeps.values()) await sweep();
  });
  app.addHook('onClose', async () => {
    if (runner !== undefined) await stopRunner(runner);
  });
  return {
    define: (name, work) => {
      tasks[name] = (payload) => work(idFrom(payload));
    },
    everyMinute: (name, work) => {
      sweeps.set(name, work);
      tasks[name] = () => work();
    },
  };
}

function startRunner(url: string, taskList: TaskList, sweeps: string[], log: FastifyBaseLogger): Promise<Runner> {
  return run({
    connectionString: url,
    taskList,
    parsedCronItems: parseCronItems(sweeps.map((task) => ({ task, match: '* * * * *', options: { maxAttempts: 1 } }))),
    concurrency: 4,
    maxPoolSize: 6,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: loggerOf(log),
  });
}

async function stopRunner(runner: Runner): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stopWithinMs);
  });
  await Promise.race([runner.stop(), limit]);
  clearTimeout(timer);
}

/** What is news to the worker is daily business to us. */
function loggerOf(log: FastifyBaseLogger): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    log[levels[level]]({ job: taskIdentifier, jobId }, message);
  });
}

function idFrom(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string')
    return payload.id;
  throw new TypeError('a job without the id of what it is about');
}
