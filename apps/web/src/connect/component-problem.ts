import { ProblemError, UnexpectedReplyError } from '@sellerdesk/contract';
import { ConnectJsBlockedError } from './connect-js-script.ts';

/** Why a component does not show, as its panel says it. */
export interface ComponentProblem {
  readonly title: string;
  /** What happened and what to do; that payments are safe is said of all of them. */
  readonly body: string;
  /** Names the request in our logs. */
  readonly requestId?: string;
  /** Whether signing in is what helps. */
  readonly signIn?: true;
}

/** What connect.js reports when a component cannot load. */
export interface LoadError {
  readonly type: string;
  readonly message?: string | undefined;
}

/** The component has not begun to load within the time a slow line needs. */
export const slowProblem: ComponentProblem = {
  title: 'Stripe is taking longer than usual',
  body: "We're still waiting for it, and this panel appears by itself when it's here. Your connection may be slow, or something may hold Stripe back.",
};

/** Returns why the connection could not be opened. */
export function problemOfConnection(error: unknown, connectJsUrl: string): ComponentProblem {
  if (error instanceof ConnectJsBlockedError) return blocked(new URL(connectJsUrl).host);
  if (error instanceof ProblemError) return problemOfServer(error);
  if (error instanceof UnexpectedReplyError || error instanceof TypeError) {
    return {
      title: "We can't reach our server",
      body: 'Check your connection, then try again.',
    };
  }
  return {
    title: "This panel can't load",
    body: "Stripe's part of this page did not start. Try again in a moment.",
  };
}

/** Returns why a component that had a session could not load. */
export function problemOfLoad({ type }: LoadError): ComponentProblem {
  if (type === 'authentication_error' || type === 'account_session_create_error') {
    return {
      title: 'Your connection to Stripe has run out',
      body: 'Stripe asks for a fresh one before it shows this panel again. Try again to make one.',
    };
  }
  if (type === 'rate_limit_error') {
    return { title: 'That was a lot at once', body: 'Stripe asks us to wait a moment. Try again in a minute.' };
  }
  return { title: "Stripe can't show this panel right now", body: 'Try again in a moment.' };
}

/** Says whether a new session is what a failed component needs; anything else is mended by loading it again. */
export function needsNewSession({ type }: LoadError): boolean {
  return type === 'authentication_error' || type === 'account_session_create_error' || type === 'invalid_request_error';
}

function blocked(host: string): ComponentProblem {
  return {
    title: "Stripe's part of this page was blocked",
    body: `Your browser or an extension blocked Stripe, so this panel can't load. Allow ${host}, then try again.`,
  };
}

function problemOfServer({ code, problem: { requestId } }: ProblemError): ComponentProblem {
  if (code === 'not_signed_in') {
    return { title: 'You have been signed out', body: 'Sign in again to go on.', signIn: true };
  }
  if (code === 'stripe_unavailable') {
    return {
      title: "Stripe can't be reached right now",
      body: 'Nothing was changed. Try again in a moment.',
      requestId,
    };
  }
  if (code === 'test_mode_off') {
    return {
      title: 'Test accounts are switched off',
      body: 'The platform has no test keys at the moment. Ask its support.',
    };
  }
  if (code === 'stripe_refused') {
    return {
      title: 'Stripe did not open this panel',
      body: 'Try again in a moment. If it stays like this, the request id helps whoever helps you.',
      requestId,
    };
  }
  return {
    title: "We couldn't open this panel",
    body: 'This is our mistake, not yours. Try again in a moment.',
    requestId,
  };
}
