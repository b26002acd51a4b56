import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installPageConfig } from '../lib/test/page-config.ts';
import { ConnectJsBlockedError } from './connect-js-script.ts';

const url = 'https://connect-js.stripe.com/v1.0/connect.js';

let added: HTMLScriptElement[];
let loadConnectJs: () => Promise<void>;

beforeEach(async () => {
  added = [];
  installPageConfig();
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) added.push(node);
  });
  vi.resetModules();
  ({ loadConnectJs } = await import('./connect-js-script.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  delete window.sellerdesk;
  delete window.StripeConnect;
});

function newest(): HTMLScriptElement {
  const script = added.at(-1);
  if (script === undefined) throw new Error('No tag was added');
  return script;
}

function arrive(script: HTMLScriptElement): void {
  window.StripeConnect = { init: () => undefined };
  script.dispatchEvent(new Event('load'));
}

test('the script is loaded from the configured address, once for all who ask', async () => {
  const both = Promise.all([loadConnectJs(), loadConnectJs()]);
  expect(added.map(({ src, async: asynchronous }) => [src, asynchronous])).toEqual([[url, true]]);
  arrive(newest());
  await both;
});

test('the tag of index.html is waited for, not doubled', async () => {
  const script = document.createElement('script');
  installPageConfig({ script, state: 'loading' });
  const loading = loadConnectJs();
  expect(added).toEqual([]);
  arrive(script);
  await loading;
});

test('where the tag of index.html failed before anybody listened, a new one is added', async () => {
  const script = document.createElement('script');
  installPageConfig({ script, state: 'failed' });
  const loading = loadConnectJs();
  expect(newest()).not.toBe(script);
  arrive(newest());
  await loading;
});

test('a blocked script is said to be blocked, and the next call tries again', async () => {
  const loading = loadConnectJs();
  newest().dispatchEvent(new Event('error'));
  await expect(loading).rejects.toMatchObject({ name: 'ConnectJsBlockedError' });
  const again = loadConnectJs();
  expect(added).toHaveLength(2);
  arrive(newest());
  await again;
});

test('something else in its place, as some extensions put there, counts as blocked', async () => {
  const loading = loadConnectJs();
  newest().dispatchEvent(new Event('load'));
  await expect(loading).rejects.toThrow(new ConnectJsBlockedError('connect.js did not load'));
});

test('a tag that is silent for too long is given up for a new one', async () => {
  vi.useFakeTimers();
  const first = loadConnectJs();
  vi.advanceTimersByTime(10_001);
  const second = loadConnectJs();
  expect(added).toHaveLength(2);
  arrive(newest());
  await second;
  expect(added[0]).not.toBe(added[1]);
  void first;
});
