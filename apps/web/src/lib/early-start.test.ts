import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { createAccountSession, getSeller } from '@sellerdesk/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as earlyStart from './early-start.ts';
import type * as seller from './seller.ts';
import { createFakeServer, type FakeServer } from './test/fake-server.ts';
import { readySeller } from './test/seller.ts';

const html = readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8');
const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, code = '']) => code);

const config = {
  connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
  platform: { name: 'Marlow', accentColor: '#00aa66' },
};

const opening: earlyStart.Opening = { seller: readySeller, accountSession: null };

let server: FakeServer;
let tags: HTMLScriptElement[];
let lib: typeof earlyStart & typeof seller;

beforeEach(async () => {
  server = createFakeServer();
  tags = [];
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) tags.push(node);
  });
  vi.spyOn(document, 'querySelector').mockReturnValue(
    Object.assign(document.createElement('meta'), { content: JSON.stringify(config) }),
  );
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.resetModules();
  lib = { ...(await import('./early-start.ts')), ...(await import('./seller.ts')) };
});
afterEach(() => {
  delete window.sellerdesk;
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

function runAt(pathname: string): void {
  vi.stubGlobal('location', { pathname });
  runInThisContext(inline[0] ?? '');
}

test('there is one inline script, and it stands before every stylesheet', () => {
  expect(inline).toHaveLength(1);
  expect(html).not.toMatch(/<style|style=|rel="stylesheet"| on\w+="/u);
});

test.each(['/', '/payments', '/payments/pi_1', '/payouts'])('%s starts connect.js and the first call', async (path) => {
  server.answer(createAccountSession, opening);
  runAt(path);
  expect(tags.map(({ src, async: asynchronous }) => [src, asynchronous])).toEqual([[config.connectJsUrl, true]]);
  expect(server.received(createAccountSession)).toEqual([{}]);
  expect(await lib.openDashboard()).toEqual(opening);
});

test.each(['/sign-in', '/charges/new', '/onboarding', '/payments/pi_1/more'])('%s starts nothing early', (path) => {
  runAt(path);
  expect(tags).toEqual([]);
  expect(server.received(createAccountSession)).toEqual([]);
  expect(lib.pageConfig()).toEqual(config);
});

test('the call is the one the client would make', async () => {
  const fetched = vi.fn<typeof fetch>().mockImplementation(async () => Response.json(opening, { status: 201 }));
  vi.stubGlobal('fetch', fetched);
  runAt('/');
  await lib.openDashboard();
  await lib.openDashboard();
  const [early, own] = fetched.mock.calls.map(([url, init]) =>
    JSON.stringify([url, init?.method, init?.body, headersOf(init)]),
  );
  expect(early).toBe(own);
});

function headersOf(init: RequestInit | undefined): readonly string[] {
  return [...new Headers(init?.headers).entries()].map(String).toSorted();
}

test('one early call says who is signed in and gives the first secret; the second opening is a call of its own', async () => {
  server.answer(createAccountSession, opening);
  runAt('/');
  const queries = new QueryClient();
  expect(await queries.fetchQuery(lib.sellerQuery)).toEqual(readySeller);
  await lib.openDashboard();
  expect(server.received(createAccountSession)).toHaveLength(1);
  expect(server.received(getSeller)).toHaveLength(0);
  await lib.openDashboard();
  expect(server.received(createAccountSession)).toHaveLength(2);
});

test('where Stripe kept the early call from answering, who is signed in is still found out', async () => {
  server.refuse(createAccountSession, 'stripe_unavailable');
  server.answer(getSeller, readySeller);
  runAt('/');
  expect(await new QueryClient().fetchQuery(lib.sellerQuery)).toEqual(readySeller);
  await expect(lib.openDashboard()).rejects.toMatchObject({ code: 'stripe_unavailable' });
});

test('that nobody was signed in is forgotten for whoever signs in next', async () => {
  server.refuse(createAccountSession, 'not_signed_in');
  runAt('/');
  await expect(new QueryClient().fetchQuery({ ...lib.sellerQuery, retry: false })).rejects.toBeInstanceOf(Error);
  server.answer(createAccountSession, opening);
  expect(await lib.openDashboard()).toEqual(opening);
});

test("the tab has the platform's name before any page has given it its own", () => {
  runAt('/sign-in');
  expect(document.title).toBe('Marlow');
});

test('a connect.js that fails before React listens is known to have failed', () => {
  server.answer(createAccountSession, opening);
  runAt('/');
  expect(window.sellerdesk?.connectJs?.state).toBe('loading');
  tags[0]?.dispatchEvent(new Event('error'));
  expect(window.sellerdesk?.connectJs?.state).toBe('failed');
});

test.each([
  [null, 'light'],
  ['dark', 'dark'],
  ['system', 'light'],
])('the theme is on the page before it is painted: %s', (stored, theme) => {
  if (stored !== null) localStorage.setItem('sellerdesk.theme', stored);
  runAt('/sign-in');
  expect(document.documentElement.dataset['theme']).toBe(theme);
});
