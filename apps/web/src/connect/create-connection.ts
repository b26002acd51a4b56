import type { AppearanceOptions, IStripeConnectInitParams, StripeConnectInstance } from '@stripe/connect-js/pure';
import type { Opening } from '../lib/early-start.ts';
import { createClientSecrets, type OpeningWithSession } from './client-secrets.ts';

interface OpenConnection {
  readonly status: 'open';
  /** Names the account, the kind of session and the attempt: another one needs new elements. */
  readonly key: string;
  readonly instance: StripeConnectInstance;
  /** Why the last fresh secret could not be fetched. */
  readonly refusal: () => unknown;
}

/** How far the pages are with Stripe's components. */
export type ConnectionState =
  | { readonly status: 'closed' }
  | { readonly status: 'opening' }
  | OpenConnection
  /** The account has nothing to show yet. */
  | { readonly status: 'nothing-to-show' }
  | { readonly status: 'failed'; readonly error: unknown };

/** The one Connect instance of these pages. */
export interface Connection {
  readonly state: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the connection unless it is open or opening, or failed: another try is the seller's to ask for. */
  readonly open: () => void;
  /** Begins again with a new session, and with connect.js if that did not come. */
  readonly renew: () => void;
  /** Ends the session at Stripe, and forgets what failed: whoever signs in next gets a connection of their own. */
  readonly close: () => void;
}

export interface ConnectionDeps {
  readonly loadConnectJs: () => Promise<void>;
  readonly openDashboard: () => Promise<Opening>;
  readonly initialize: (params: IStripeConnectInitParams) => StripeConnectInstance;
  readonly appearance: () => AppearanceOptions;
  /** Calls back when `appearance` would answer something else. */
  readonly onAppearanceChange: (listener: () => void) => unknown;
  /** Every opening says who is signed in. */
  readonly onOpening: (opening: Opening) => void;
}

/** Returns a connection that is not open yet. */
export function createConnection(deps: ConnectionDeps): Connection {
  let state: ConnectionState = { status: 'closed' };
  // Answers to an attempt that is over are dropped.
  let attempt = 0;
  const listeners = new Set<() => void>();

  const become = (next: ConnectionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const leave = (): void => {
    attempt += 1;
    if (state.status === 'open') logOut(state.instance);
  };
  const start = (opening: Promise<Opening>): void => {
    attempt += 1;
    const mine = attempt;
    become({ status: 'opening' });
    const settle = (next: ConnectionState): void => {
      if (mine === attempt) become(next);
      else if (next.status === 'open') logOut(next.instance);
    };
    connect(opening, mine).then(settle, (error: unknown) => settle({ status: 'failed', error }));
  };

  async function connect(first: Promise<Opening>, mine: number): Promise<ConnectionState> {
    const [opening] = await Promise.all([first, deps.loadConnectJs()]);
    if (mine !== attempt) return { status: 'closed' };
    deps.onOpening(opening);
    if (!hasSession(opening)) return { status: 'nothing-to-show' };
    const key = keyOf(opening);
    const secrets = createClientSecrets(opening, { ...deps, admit: (later) => admit(later, key, mine) });
    const instance = deps.initialize({
      publishableKey: opening.accountSession.publishableKey,
      appearance: deps.appearance(),
      fetchClientSecret: secrets.next,
    });
    await initialized(instance);
    return { status: 'open', key: `${key}:${mine}`, instance, refusal: secrets.refusal };
  }

  /** Somebody else may have signed in, in another tab: their secret must not reach elements that show this account. */
  function admit(opening: Opening, key: string, mine: number): opening is OpeningWithSession {
    if (mine !== attempt) return false;
    deps.onOpening(opening);
    if (hasSession(opening) && keyOf(opening) === key) return true;
    leave();
    start(Promise.resolve(opening));
    return false;
  }

  deps.onAppearanceChange(() => {
    if (state.status === 'open') state.instance.update({ appearance: deps.appearance() });
  });
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      if (state.status === 'closed' || state.status === 'nothing-to-show') start(deps.openDashboard());
    },
    renew: () => {
      leave();
      start(deps.openDashboard());
    },
    close: () => {
      leave();
      become({ status: 'closed' });
    },
  };
}

function hasSession(opening: Opening): opening is OpeningWithSession {
  return opening.accountSession !== null;
}

function keyOf({ seller, accountSession }: OpeningWithSession): string {
  return `${seller.account?.stripeAccountId}:${accountSession.kind}`;
}

/**
 * Resolves once connect.js has made the instance, which the package hides behind a promise: a failure here would
 * otherwise come as one unhandled rejection for every element and every setter.
 */
async function initialized(instance: StripeConnectInstance): Promise<void> {
  if ('debugInstance' in instance && typeof instance.debugInstance === 'function') await instance.debugInstance();
}

/** The page is done with it whatever Stripe answers; the session runs out by itself. */
function logOut(instance: StripeConnectInstance): void {
  instance.logout().catch(() => undefined);
}
