import { type Client, createClient, SUPPORT_VIEW_HEADER } from '@sellerdesk/contract';
import { supportViewId } from './support-view.ts';

/** Calls the server's endpoints; rejects with its problem, or with the browser's own error when there is no answer. */
export const api: Client = createClient(async ({ url, headers, ...request }) => {
  const view = supportViewId();
  const reply = await fetch(url, {
    ...request,
    headers: { ...headers, ...(view !== undefined && { [SUPPORT_VIEW_HEADER]: view }) },
  });
  return { status: reply.status, body: await reply.text() };
});
