/**
 * What the platform's page and a frame say to each other. The first message, {@link FrameStart}, goes to the frame's
 * window with one end of a MessageChannel; everything after it goes through that port, which nobody else holds.
 */

/** How a component is to look, already free of anything the frame does not know. */
export type Look = {
  readonly variables: Readonly<Record<string, string | number>>;
  readonly overlays: 'dialog' | 'drawer';
  readonly locale: string;
  readonly showObjectIds: boolean;
  /** What the component would inherit if it were not in a frame. */
  readonly inherited: { readonly fontFamily: string; readonly background: string };
  readonly fonts: readonly FontSource[];
};

/** A font as the page gave it, its URL made absolute. */
export type FontSource = {
  readonly family: string;
  readonly src: string;
  readonly display?: string;
  readonly style?: string;
  readonly unicodeRange?: string;
  readonly weight?: string;
};

export type Values = Readonly<Record<string, unknown>>;

export type Presentation = 'inline' | 'overlay' | 'hidden';

export type FrameStart = {
  readonly kind: 'start';
  readonly tag: string;
  /** The component of the account session for which this frame asks: details opened from a list act for the list. */
  readonly component: string;
  readonly publishableKey: string;
  readonly presentation: Presentation;
  readonly values: Values;
  readonly look: Look;
};

export type ToFrame =
  | { readonly kind: 'values'; readonly values: Values }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'secret-failed'; readonly message: string }
  | { readonly kind: 'overlay-closed' }
  | { readonly kind: 'answer'; readonly question: number; readonly answer: unknown }
  | { readonly kind: 'answer-failed'; readonly question: number; readonly message: string }
  | { readonly kind: 'refresh' };

export type LoadErrorType =
  | 'api_connection_error'
  | 'authentication_error'
  | 'account_session_create_error'
  | 'invalid_request_error'
  | 'rate_limit_error'
  | 'render_error'
  | 'api_error';

export type LoadError = { readonly type: LoadErrorType; readonly message: string };

export type ToPage =
  | { readonly kind: 'loader-start' }
  | { readonly kind: 'load-error'; readonly error: LoadError }
  | { readonly kind: 'height'; readonly px: number }
  /** `refused` is the secret that the server did not accept; without it the first one will do. */
  | { readonly kind: 'secret-wanted'; readonly refused?: string }
  | { readonly kind: 'call'; readonly listener: string; readonly argument?: unknown }
  /** Calls a function of the page that answers, such as `FetchEphemeralKey`. */
  | { readonly kind: 'ask'; readonly question: number; readonly listener: string; readonly argument: unknown }
  | { readonly kind: 'open-overlay'; readonly tag: string; readonly values: Values }
  | { readonly kind: 'close' }
  | { readonly kind: 'changed' };
