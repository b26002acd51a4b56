import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/index.ts';

/**
 * Answers whether the process lives (`/livez`) and whether it should be sent requests (`/readyz`): not while PostgreSQL
 * cannot be reached, nor while stopping.
 */
export function answerHealth(app: FastifyInstance, database: Database): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.get('/livez', { schema: { hide: true } }, async () => ({ live: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = !stopping && (await reaches(database));
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready });
  });
}

async function reaches(database: Database): Promise<boolean> {
  try {
    await database.asSystem((sql) => sql`select 1`);
    return true;
  } catch {
    // Whatever it is, this instance should not be sent requests; those that come anyway say what.
    return false;
  }
}
