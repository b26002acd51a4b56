import { type Client, createClient, type WireRequest } from '@sellerdesk/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** As much of a browser as the server can see: cookies, where a request comes from, and an address. */
export interface TestBrowser {
  /** Calls endpoints as our pages do. */
  readonly client: Client;
  readonly cookies: Map<string, string>;
  /** Sends what `client` would send and returns the whole answer. */
  readonly send: (
    request: Pick<WireRequest, 'method' | 'url'> & Partial<WireRequest>,
  ) => Promise<LightMyRequestResponse>;
}

export interface TestBrowserOptions {
  readonly address?: string;
  /** Headers on every request, in place of the browser's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns a browser that nobody has used yet. */
export function createTestBrowser(app: FastifyInstance, options: TestBrowserOptions = {}): TestBrowser {
  const { address = '127.0.0.1', headers: own = {} } = options;
  const cookies = new Map<string, string>();
  const send: TestBrowser['send'] = async ({ method, url, headers, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie !== '' && { cookie }), ...headers, ...own },
      ...(body !== undefined && { payload: body }),
    });
    keepCookies(cookies, reply);
    return reply;
  };
  const client = createClient(async (request) => {
    const { statusCode, body } = await send(request);
    return { status: statusCode, body };
  });
  return { client, cookies, send };
}

function keepCookies(cookies: Map<string, string>, reply: LightMyRequestResponse): void {
  for (const { name, value, maxAge, expires } of reply.cookies) {
    const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0);
    if (isOver) cookies.delete(name);
    else cookies.set(name, value);
  }
}
