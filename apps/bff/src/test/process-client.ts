import { type Client, createClient } from '@sellerdesk/contract';
import type { ServerProcess } from './server-process.ts';

/** Returns what calls a server in a process of its own as our pages do; cookies are kept for the next one on its data. */
export function clientOf({ url: base }: Pick<ServerProcess, 'url'>, cookies: Map<string, string>): Client {
  return createClient(async ({ method, url, headers, body = null }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(base + url, {
      method,
      headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=', 2);
      cookies.set(name, value);
    }
    return { status: reply.status, body: await reply.text() };
  });
}
