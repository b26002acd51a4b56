import type { AppearanceOptions, IStripeConnectInitParams, StripeConnectInstance } from '@stripe/connect-js/pure';
import type { Opening } from '../lib/early-start.ts';

/** How far the pages are with Stripe's components. */
export type ConnectionState =
  | { readonly status: 'closed' }
  | { readonly status: 'opening' }
  /** `key` names the account, the kind of session and the attempt: another one needs new elements. */
  | { readonly status: 'open'; readonly key: string; readonly instance: StripeConnectInstance }
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
  /** Why the last fresh secret could not be fetched; nothing once one could. */
  readonly refusal: () => unknown;
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

type Session = NonNullable<Opening['accountSession']>;

/** Returns a connection that is not open yet. */
export function createConnection(deps: ConnectionDeps): Connection {
  let state: ConnectionState = { status: 'closed' };
  // Answers to an attempt that is over are dropped.
  let attempt = 0;
  let refusal: unknown;
  const listeners = new Set<() => void>();

  const become = (next: ConnectionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  deps.onAppearanceChange(() => {
    if (state.status === 'open') state.instance.update({ appearance: deps.appearance() });
  });

  const start = (first: Promise<Opening>): void => {
    attempt += 1;
    refusal = undefined;
    const mine = attempt;
    become({ status: 'opening' });
    const settle = (next: ConnectionState): void => {
      if (mine === attempt) become(next);
      else if (next.status === 'open') logOut(next.instance);
    };
    connect(first, mine).then(settle, (error: unknown) => settle({ status: 'failed', error }));
  };

  async function connect(first: Promise<Opening>, mine: number): Promise<ConnectionState> {
    const [opening] = await Promise.all([first, deps.loadConnectJs()]);
    if (mine !== attempt) return { status: 'closed' };
    deps.onOpening(opening);
    const { accountSession } = opening;
    if (accountSession === null) return { status: 'nothing-to-show' };
    const instance = deps.initialize({
      publishableKey: accountSession.publishableKey,
      appearance: deps.appearance(),
      fetchClientSecret: secretsFor(keyOf(opening), accountSession),
    });
    await initialized(instance);
    return { status: 'open', key: `${keyOf(opening)}:${mine}`, instance };
  }

  /** The first secret is the one that came with the page; connect.js asks for another whenever it needs one. */
  function secretsFor(key: string, session: Session): () => Promise<string> {
    let unspent: string | undefined = session.clientSecret;
    return async () => {
      const secret = unspent ?? (await freshSecret(key));
      unspent = undefined;
      return secret;
    };
  }

  async function freshSecret(key: string): Promise<string> {
    const opening = await freshOpening();
    deps.onOpening(opening);
    if (opening.accountSession !== null && keyOf(opening) === key) return opening.accountSession.clientSecret;
    // Somebody else signed in, in another tab: their secret must not reach elements that show this account.
    changeAccount(opening);
    throw new Error('The signed-in seller changed');
  }

  async function freshOpening(): Promise<Opening> {
    try {
      const opening = await deps.openDashboard();
      refusal = undefined;
      return opening;
    } catch (error) {
      // connect.js only tells the page that there was no secret, not why.
      refusal = error;
      throw error;
    }
  }

  function changeAccount(opening: Opening): void {
    if (state.status === 'open') logOut(state.instance);
    start(Promise.resolve(opening));
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      if (state.status === 'closed' || state.status === 'nothing-to-show') start(deps.openDashboard());
    },
    refusal: () => refusal,
    renew: () => start(deps.openDashboard()),
    close: () => {
      attempt += 1;
      if (state.status === 'open') logOut(state.instance);
      become({ status: 'closed' });
    },
  };
}

function keyOf({ seller, accountSession }: Opening): string {
  return `${seller.account?.stripeAccountId}:${accountSession?.kind}`;
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
