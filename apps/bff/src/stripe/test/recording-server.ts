import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One call as it came over the wire. */
export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly account: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts a server that records every call and gives one answer to all. */
export async function startRecordingServer(answer: Answer = { status: 200, body: { data: [] } }) {
  const calls: RecordedCall[] = [];
  const record = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls.push(await recordedFrom(request));
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => void record(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on an address and port, so that this is one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { apiBase: `http://127.0.0.1:${port}`, calls, close };
}

async function recordedFrom(request: IncomingMessage): Promise<RecordedCall> {
  const { method = '', url = '', headers } = request;
  return {
    method,
    path: url.split('?', 1).join(''),
    account: headerOf(headers['stripe-account'] ?? headers['stripe-context']),
    idempotencyKey: headerOf(headers['idempotency-key']),
    body: decodeURIComponent(await text(request)),
  };
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
