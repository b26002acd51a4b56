import type { FastifyInstance } from 'fastify';
import type { TaskList } from 'graphile-worker';
import type { Database } from '../database/index.ts';
import { type JobRunner, startRunner } from './runner.ts';

/** What is done apart from requests: kept in PostgreSQL, done by any one instance, and tried again when it fails. */
export interface Jobs {
  /** Says what a job of this name does; it may be done more than once. */
  define(name: string, work: (id: string) => Promise<void>): void;
  /**
   * Does this once a minute by one instance, and at the start: for finding what was left behind when an instance was
   * killed.
   */
  everyMinute(name: string, work: () => Promise<void>): void;
}

/** Starts working when the app is ready and stops when it closes, beside the requests that are still being answered. */
export function createJobs(app: FastifyInstance, { url }: Pick<Database, 'url'>): Jobs {
  const tasks: TaskList = {};
  const sweeps = new Map<string, () => Promise<void>>();
  let runner: JobRunner | undefined;
  app.addHook('onReady', async () => {
    runner = await startRunner({ url, tasks, sweeps: [...sweeps.keys()], log: app.log });
    for (const sweep of sweeps.values()) await sweep();
  });
  let stopped: Promise<void> | undefined;
  app.addHook('preClose', async () => {
    stopped = runner?.stop();
    // What goes wrong is thrown below, when the requests have been answered.
    stopped?.catch(() => undefined);
  });
  app.addHook('onClose', async () => stopped);
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

function idFrom(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string')
    return payload.id;
  throw new TypeError('a job without the id of what it is about');
}
