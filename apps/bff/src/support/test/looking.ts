import {
  type Client,
  createClient,
  startSupportView,
  SUPPORT_VIEW_HEADER,
  type SupportView,
} from '@sellerdesk/contract';
import { randomUUID } from 'node:crypto';
import type { TestBrowser } from '../../test/test-browser.ts';

/** A browser of the staff that looks at a seller's pages: every request says in which view. */
export interface Looking {
  readonly view: SupportView;
  readonly client: Client;
  readonly send: TestBrowser['send'];
}

/** What a view is started with, in tests that are about something else. */
export function startBody(sellerId: string): { sellerId: string; reason: string; startKey: string } {
  return { sellerId, reason: 'Their payout is missing', startKey: randomUUID() };
}

/** Starts a view and returns what looks through it. */
export async function lookAt(staff: TestBrowser, sellerId: string): Promise<Looking> {
  const view = await staff.client(startSupportView, { body: startBody(sellerId) });
  return lookIn(staff, view);
}

/** Returns what looks through a view that was started, from another browser or instance. */
export function lookIn(staff: TestBrowser, view: SupportView): Looking {
  const send: TestBrowser['send'] = (request) =>
    staff.send({ ...request, headers: { ...request.headers, [SUPPORT_VIEW_HEADER]: view.supportViewId } });
  const client = createClient(async (request) => {
    const { statusCode, body } = await send(request);
    return { status: statusCode, body };
  });
  return { view, client, send };
}
