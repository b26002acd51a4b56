import { createServer } from 'node:net';

/** Returns a port of this host that nobody listens on at this moment. */
export async function freePort(host: string): Promise<number> {
  const server = await listening(host, 0);
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
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
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(
      `Port ${port} is taken: perhaps Sellerdesk is already running. Stop what uses it, or choose another port with ${variable}=${port + 1}.`,
      { cause: error },
    );
  }
}

function listening(host: string, port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      resolve(server);
    });
  });
}
