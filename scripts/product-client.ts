import { type Client, createClient } from '@sellerdesk/contract';

/** Calls the product's own API as one browser does: with the cookies it was given. */
export function createProductClient(appUrl: string): Client {
  const cookies = new Map<string, string>();
  return createClient(async ({ url, headers, ...request }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(new URL(url, appUrl), { ...request, headers: { ...headers, cookie, origin: appUrl } });
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=', 2);
      cookies.set(name, value);
    }
    return { status: reply.status, body: await reply.text() };
  });
}
