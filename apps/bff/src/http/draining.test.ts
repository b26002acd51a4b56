import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { expect, test, vi } from 'vitest';
import { createListeners, type DrainTimes } from './draining.ts';
import { patiently } from '../test/patiently.ts';

let isHanging = false;
const { promise: never } = Promise.withResolvers<string>();

async function listening(times?: DrainTimes): Promise<{ app: FastifyInstance; url: string }> {
  const listeners = createListeners(times);
  const app = fastify({ serverFactory: listeners.serverFactory, return503OnClosing: false });
  listeners.drainOnClose(app);
  app.get('/slow', async () => {
    await wait(300);
    return 'slow';
  });
  app.get('/quick', async () => 'quick');
  app.get('/never', async () => {
    isHanging = true;
    return never;
  });
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
  readonly isReused: boolean;
}

/** Asks over a connection that is kept alive, as browsers and load balancers do. */
function ask(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      response.resume().once('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, connection: headers.connection, isReused: request.reusedSocket });
      });
    });
    request.once('error', reject);
  });
}

/** Far more than stopping takes on a busy machine, far less than what Node waits for idle connections: over a minute. */
const AT_ONCE_MS = 15_000;

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

test('while clients keep asking over kept connections, stopping fails none and takes no longer than the slowest', async () => {
  const { app, url } = await listening();
  const failures: string[] = [];
  const closed: boolean[] = [];
  let answers = 0;
  const clients = Array.from({ length: 40 }, async (_, number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const path = number % 4 === 0 ? '/slow' : '/quick';
    let answer: Answer | undefined;
    do {
      answer = await ask(url + path, agent).catch((error: unknown) => void failures.push(String(error)));
      if (answer && answer.status !== 200) failures.push(String(answer.status));
      answers += 1;
      await wait(5);
    } while (answer && answer.connection !== 'close');
    closed.push(answer?.connection === 'close');
    agent.destroy();
  });
  await vi.waitUntil(() => answers > 400, patiently);
  const ms = await msOf(() => app.close());
  await Promise.all(clients);
  expect(failures).toEqual([]);
  expect(closed).toEqual(Array.from({ length: 40 }, () => true));
  expect(ms).toBeLessThan(AT_ONCE_MS);
});

test('a request that comes on an idle connection while stopping is answered', async () => {
  const { app, url } = await listening();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(`${url}/quick`, agent);
  const closing = app.close();
  await vi.waitUntil(() => !app.server.listening, patiently);
  expect(await ask(`${url}/quick`, agent)).toEqual({ status: 200, connection: 'close', isReused: true });
  await closing;
  agent.destroy();
});

test('a client that keeps a connection and says nothing does not hold the stop up', async () => {
  const { app, url } = await listening({ graceMs: 100, deadlineMs: 60_000 });
  const agent = new Agent({ keepAlive: true });
  await ask(`${url}/quick`, agent);
  expect(await msOf(() => app.close())).toBeLessThan(AT_ONCE_MS);
  agent.destroy();
});

test('a request without end is cut off at the deadline', async () => {
  const { app, url } = await listening({ graceMs: 50, deadlineMs: 300 });
  const agent = new Agent({ keepAlive: true });
  const hanging = ask(`${url}/never`, agent);
  const outcome = hanging.then(
    () => 'answered',
    () => 'cut off',
  );
  await vi.waitUntil(() => isHanging, patiently);
  expect(await msOf(() => app.close())).toBeLessThan(AT_ONCE_MS);
  expect(await outcome).toBe('cut off');
  agent.destroy();
});

test('nobody new is let in while stopping', async () => {
  const { app, url } = await listening();
  const agent = new Agent({ keepAlive: true });
  await ask(`${url}/quick`, agent);
  const closing = app.close();
  await vi.waitUntil(() => !app.server.listening, patiently);
  await expect(ask(`${url}/quick`, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await closing;
  agent.destroy();
});
