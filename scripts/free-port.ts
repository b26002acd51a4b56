import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections: one of those cannot take the port before its server does. */
const FIRST = 10_000;
const COUNT = 22_000;

/** Returns a port of this host that nobody listens on at this moment. */
export async function freePort(host: string): Promise<number> {
  const port = FIRST + randomInt(COUNT);
  try {
    const server = await listening(host, port);
    await new Promise((done) => server.close(done));
    return port;
  } catch (error) {
    if (isTaken(error)) return freePort(host);
    throw error;
  }
}

/**
 * Makes sure that a port can be listened on.
 *
 * @throws {Error} with what to do when something else has it.
 */
export async function requirePort(host: string, port: number, variable: string): Promise<void> {
  try {
    const server = await listening(host, port);
    await new Promise((done) => server.close(done));
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(
      `Port ${port} is taken: perhaps Sellerdesk is already running. Stop what uses it, or choose another port with ${variable}=${port + 1}.`,
      { cause: error },
    );
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function listening(host: string, port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      resolve(server);
    });
  });
}
