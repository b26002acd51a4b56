import { getSeller } from '@sellerdesk/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from './api.ts';
import { enterSupportView } from './support-view.ts';
import { readySeller } from './test/seller.ts';

const fetched = vi.fn<(url: string, request: { headers: Readonly<Record<string, string>> }) => Promise<Response>>();

beforeEach(() => {
  fetched.mockImplementation(() => Promise.resolve(Response.json(readySeller)));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  enterSupportView(undefined);
  fetched.mockReset();
});

test('every call of a document in a support view names the view, and no other does', async () => {
  await api(getSeller, {});
  enterSupportView('view-1');
  await api(getSeller, {});
  const named = fetched.mock.calls.map(([, { headers }]) => headers['x-sellerdesk-support-view']);
  expect(named).toEqual([undefined, 'view-1']);
});
