import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../../../../scripts/free-port.ts';

/** A line to Stripe on which answers take their time: work is done long before anybody hears of it. */
export interface SlowLine {
  readonly url: string;
  /** From now on requests for these paths arrive and are never answered. */
  hold(path: RegExp): void;
  /** Methods of the requests that wait for ever, in the order in which they came. */
  held(): readonly string[];
  close(): Promise<void>;
}

/** Starts a line to an address. */
export async function startSlowLine(target: string, answerDelayMs: number): Promise<SlowLine> {
  const held: string[] = [];
  let heldPaths: RegExp | undefined;
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    if (heldPaths?.test(url) === true) return void held.push(method);
    const body = await buffer(request);
    const answer = await fetch(target + url, { method, headers: headersOf(request), ...(body.length > 0 && { body }) });
    const text = await answer.text();
    await setTimeout(answerDelayMs);
    const requestId = answer.headers.get('request-id') ?? '';
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': requestId }).end(text);
  };
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  const port = await freePort('127.0.0.1');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    hold: (path) => {
      heldPaths = path;
    },
    held: () => held,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const passedOn = ['authorization', 'content-type', 'idempotency-key', 'stripe-account', 'stripe-version'] as const;

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]] as const] : [])),
  );
}
