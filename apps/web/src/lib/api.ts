import { type Client, createClient } from '@sellerdesk/contract';

/** Calls the server's endpoints; rejects with its problem, or with the browser's own error when there is no answer. */
export const api: Client = createClient(async ({ url, ...request }) => {
  const reply = await fetch(url, request);
  return { status: reply.status, body: await reply.text() };
});
