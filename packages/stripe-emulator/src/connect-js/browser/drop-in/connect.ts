import { components } from './component-table.ts';
import { connectElement } from './connect-element.ts';
import { createConnection, type InitParams } from './connection.ts';
import { logOut } from './log-out.ts';

type StripeConnectGlobal = {
  init?: unknown;
  /** Set by pages that load this script with a tag of their own and wait for it. */
  onLoad?: () => void;
};

declare global {
  interface Window {
    StripeConnect?: StripeConnectGlobal;
  }
}

/** Wherever this script came from is where the frames are: a proxy may serve it under Stripe's own host name. */
const origin = originOfThisScript();

function originOfThisScript(): string {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement) return new URL(script.src).origin;
  throw new Error('connect.js must be loaded with a script element.');
}

function init(params: InitParams) {
  const connection = createConnection(origin, params);
  return { connect: connection, update: connection.update, logout: () => logOut(connection) };
}

for (const [tag, component] of Object.entries(components)) {
  const name = `stripe-connect-${tag}`;
  if (!customElements.get(name)) customElements.define(name, connectElement(tag, component));
}

// connect-js adds properties of its own to this object afterwards, so it is neither replaced nor frozen.
const stripeConnect = (window.StripeConnect ??= {});
stripeConnect.init = init;
stripeConnect.onLoad?.();
