import { setTimeout } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, parseCronItems, type Runner, type RunnerOptions, run, type TaskList } from 'graphile-worker';
import { openOwnerPool } from '../database/index.ts';

export interface RunnerParts {
  readonly url: string;
  readonly tasks: TaskList;
  /** Names of the tasks that are done every minute. */
  readonly sweeps: readonly string[];
  readonly log: FastifyBaseLogger;
}

/** Does jobs until it is stopped. */
export interface JobRunner {
  stop(): Promise<void>;
}

const concurrency = 4;
/** Listening and keeping time take a connection each. */
const connections = concurrency + 2;
const restartAfterMs = 1000;
/** So many refusals one after the other, by all workers together, and the worker will not recover by itself. */
const hopelessAfter = 12;
/** Together no more than requests are given (http/draining.ts): both stop at the same time. */
const stopWithinMs = 5000;
const closeWithinMs = 1000;

/**
 * Starts doing jobs; the queue's tables are there when it resolves. When PostgreSQL stays away for longer than the worker
 * has patience, it is started again until PostgreSQL is back.
 */
export async function startRunner(parts: RunnerParts): Promise<JobRunner> {
  const owner = openOwnerPool(parts.url, connections);
  const options = { ...optionsFrom(parts), pgPool: owner.pool };
  const stopping = new AbortController();
  const supervised = keepRunning(await run(options), options, stopping.signal, parts.log);
  return {
    stop: async () => {
      stopping.abort();
      await within(stopWithinMs, supervised);
      await within(closeWithinMs, owner.close());
    },
  };
}

async function keepRunning(
  first: Runner,
  options: RunnerOptions,
  stopping: AbortSignal,
  log: FastifyBaseLogger,
): Promise<void> {
  let runner: Runner | undefined = first;
  while (runner !== undefined) {
    stopWhenHopeless(runner, log);
    await Promise.race([ended(runner, log), aborted(stopping)]);
    if (stopping.aborted) return stopped(runner, log);
    await pause(restartAfterMs, stopping);
    runner = await restarted(options, stopping, log);
  }
}

async function restarted(
  options: RunnerOptions,
  stopping: AbortSignal,
  log: FastifyBaseLogger,
): Promise<Runner | undefined> {
  while (!stopping.aborted) {
    try {
      // A copy: the worker remembers by the object what it has asked PostgreSQL, failures included.
      return await run({ ...options });
    } catch (error) {
      log.error({ err: error }, 'the job queue could not be started again');
      await pause(restartAfterMs, stopping);
    }
  }
  return undefined;
}

/**
 * Stops a worker that is refused again and again. When the connection breaks while it asks for the names of its tasks it
 * keeps that failure for ever (graphile-worker 0.18.0, taskIdentifiers.js); only a new one asks again.
 */
function stopWhenHopeless(runner: Runner, log: FastifyBaseLogger): void {
  let refusals = 0;
  const works = (): void => {
    refusals = 0;
  };
  runner.events.on('worker:getJob:empty', works);
  runner.events.on('job:start', works);
  runner.events.on('worker:getJob:error', () => {
    refusals += 1;
    if (refusals !== hopelessAfter) return;
    log.warn('the job queue is refused again and again and is started anew');
    void stopped(runner, log);
  });
}

async function ended(runner: Runner, log: FastifyBaseLogger): Promise<void> {
  try {
    await runner.promise;
  } catch (error) {
    log.error({ err: error }, 'the job queue ended and is started again');
  }
}

/** It may have ended by itself at the same moment; then there is nothing to stop. */
async function stopped(runner: Runner, log: FastifyBaseLogger): Promise<void> {
  try {
    await runner.stop();
  } catch (error) {
    log.debug({ err: error }, 'the job queue had ended before it was stopped');
  }
}

function optionsFrom({ tasks, sweeps, log }: RunnerParts): RunnerOptions {
  return {
    taskList: tasks,
    parsedCronItems: parseCronItems(sweeps.map((task) => ({ task, match: '* * * * *', options: { maxAttempts: 1 } }))),
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    // Without a batch, of however little, a job's end that PostgreSQL cannot be told is a rejection nobody handles: it
    // would end the process (graphile-worker 0.18.0, main.js).
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: loggerOf(log),
  };
}

/** What is news to the worker is daily business to us. */
function loggerOf(log: FastifyBaseLogger): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    log[levels[level]]({ job: taskIdentifier, jobId }, message);
  });
}

/** A job that is cut off is found by the next start. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work, pause(ms, limit.signal)]);
  limit.abort();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Ends early when the signal does. */
async function pause(ms: number, early: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: early }).catch(() => undefined);
}
