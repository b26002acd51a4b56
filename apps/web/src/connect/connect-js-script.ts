import { pageConfig } from '../lib/early-start.ts';

/** connect.js did not come: blocked by the browser, an extension or a network, or not what it should be. */
export class ConnectJsBlockedError extends Error {
  override readonly name = 'ConnectJsBlockedError';
}

/** A tag that has said nothing for so long is given up for a new one, in milliseconds. */
const OVERDUE_MS = 10_000;

interface PendingScript {
  readonly settled: Promise<void>;
  readonly sinceMs: number;
}

let pending: PendingScript | undefined;

/**
 * Loads connect.js with a tag of our own and resolves once `window.StripeConnect` can be used.
 *
 * The loader of `@stripe/connect-js` remembers a failure for as long as the page is open, and waits for ever for a tag
 * that failed before it looked. So it is called only when there is nothing left for it to load, and a failure stays
 * ours: after one, or after a long silence, a call here tries again with a new tag.
 *
 * @throws {ConnectJsBlockedError}
 */
export async function loadConnectJs(): Promise<void> {
  if (isUsable()) return;
  if (pending === undefined || performance.now() - pending.sinceMs > OVERDUE_MS) pending = begin();
  await pending.settled;
  if (!isUsable()) throw new ConnectJsBlockedError('connect.js did not load');
}

function begin(): PendingScript {
  const settled = outcomeOf(takeEarlyScript() ?? insertScript()).finally(() => {
    if (pending === mine) pending = undefined;
  });
  const mine: PendingScript = { settled, sinceMs: performance.now() };
  return mine;
}

function isUsable(): boolean {
  const { StripeConnect: loaded } = window;
  return typeof loaded === 'object' && 'init' in loaded && typeof loaded.init === 'function';
}

/** The tag of index.html, once and while it is on its way; after that only a tag of our own tells us anything. */
function takeEarlyScript(): HTMLScriptElement | undefined {
  const early = window.sellerdesk?.connectJs;
  if (early === undefined) return undefined;
  delete window.sellerdesk?.connectJs;
  return early.state === 'loading' ? early.script : undefined;
}

function insertScript(): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = pageConfig().connectJsUrl;
  script.async = true;
  document.head.append(script);
  return script;
}

function outcomeOf(script: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(), { once: true });
    script.addEventListener(
      'error',
      () => {
        script.remove();
        reject(new ConnectJsBlockedError('connect.js could not be loaded'));
      },
      { once: true },
    );
  });
}

declare global {
  interface Window {
    StripeConnect?: object;
  }
}
