import type { FastifyInstance } from 'fastify';

/** Reads what HTML forms send: names and values, the last one where a name comes twice. */
export function readFormBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}

/** Returns one value of a form; nothing when it was not sent. */
export function formValue(body: unknown, name: string): string {
  const posted: object = typeof body === 'object' && body !== null ? body : {};
  const value = new Map<string, unknown>(Object.entries(posted)).get(name);
  return typeof value === 'string' ? value : '';
}
