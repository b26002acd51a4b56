import type { IStripeConnectInitParams, IStripeConnectUpdateParams } from '@stripe/connect-js';
import type { FontSource } from '../protocol.ts';
import { customFontsOf, styleSheetFontsOf } from './fonts.ts';
import { createClientSecret, type ClientSecret } from './client-secret.ts';

/** What `StripeConnect.init` gets: the page's own parameters and what connect-js adds to them. */
export type InitParams = IStripeConnectInitParams & {
  readonly metaOptions?: { readonly eagerClientSecretPromise?: Promise<string> };
};

export type Options = Pick<IStripeConnectInitParams, 'appearance' | 'locale' | 'fonts' | 'displayOptions'>;

/** A frame as its connection sees it. */
export type ConnectedFrame = {
  readonly relook: () => void;
  readonly take: (secret: string) => void;
  /** Tells it that what it shows was changed elsewhere. */
  readonly refresh: () => void;
  readonly remove: () => void;
};

/** One Connect instance: the secret and the options that all its frames share. */
export type Connection = {
  /** Origin of the emulator as the page sees it, for example `https://connect-js.stripe.com`. */
  readonly origin: string;
  /** Whose platform the page is; the server knows whether it is its own. */
  readonly publishableKey: string;
  readonly secret: ClientSecret;
  readonly options: () => Options;
  /** The fonts of the page, as far as they are known by now. */
  readonly fonts: () => readonly FontSource[];
  readonly isOpen: () => boolean;
  readonly join: (frame: ConnectedFrame) => void;
  readonly leave: (frame: ConnectedFrame) => void;
  /** Gives a new secret to every frame: none has to be refused first. */
  readonly handOut: (secret: string) => void;
  /** Tells every other frame that one of them changed something. */
  readonly refreshOthers: (by: ConnectedFrame) => void;
  readonly update: (changed: IStripeConnectUpdateParams) => void;
  /** Removes every frame for good; the secret stays until the server was told. */
  readonly removeFrames: () => void;
};

/** Opens what `StripeConnect.init` promises: an instance without frames yet. */
export function createConnection(origin: string, params: InitParams): Connection {
  const frames = new Set<ConnectedFrame>();
  let options: Options = params;
  let open = true;
  let fonts: readonly FontSource[] = [];
  const relook = (): void => {
    for (const frame of frames) frame.relook();
  };

  async function gatherFonts(sources: NonNullable<InitParams['fonts']>): Promise<void> {
    fonts = customFontsOf(sources);
    fonts = [...fonts, ...(await styleSheetFontsOf(sources))];
    relook();
  }
  if (params.fonts !== undefined) void gatherFonts(params.fonts);

  return {
    origin,
    publishableKey: params.publishableKey,
    secret: createClientSecret(params.fetchClientSecret, params.metaOptions?.eagerClientSecretPromise),
    options: () => options,
    fonts: () => fonts,
    isOpen: () => open,
    join: (frame) => void frames.add(frame),
    leave: (frame) => void frames.delete(frame),
    handOut(secret) {
      for (const frame of frames) frame.take(secret);
    },
    refreshOthers(by) {
      for (const frame of frames) if (frame !== by) frame.refresh();
    },
    update(changed) {
      options = { ...options, ...changed };
      relook();
    },
    removeFrames() {
      open = false;
      for (const frame of frames) frame.remove();
    },
  };
}

/** Tells whether what connect-js hands to an element was made by this script. */
export function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'secret' in value && 'join' in value;
}
