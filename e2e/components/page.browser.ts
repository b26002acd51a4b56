/** The page of the specs: a platform's page with nothing but the real loader of `@stripe/connect-js`. */
import type { ConnectElementTagName, IStripeConnectInitParams, StripeConnectInstance } from '@stripe/connect-js';
import { loadConnectAndInitialize } from '@stripe/connect-js/dist/pure.js';

export interface WantedComponent {
  readonly tag: ConnectElementTagName;
  /** What is handed to setters, by their names without `set`. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The callbacks to listen to besides the two of every component. */
  readonly listeners?: readonly string[];
  /** Whether the page has ephemeral keys made for the component. */
  readonly makesKeys?: boolean;
}

export type PageOptions = Pick<IStripeConnectInitParams, 'appearance' | 'locale' | 'displayOptions' | 'fonts'>;

/** What a callback was called with. */
export interface Heard {
  readonly tag: string;
  readonly name: string;
  readonly argument: unknown;
}

declare global {
  interface Window {
    platform: {
      readonly heard: readonly Heard[];
      readonly start: (account: string, publishableKey: string, options: PageOptions) => void;
      readonly show: (components: readonly WantedComponent[]) => void;
      readonly connect: () => StripeConnectInstance;
    };
  }
}

const heard: Heard[] = [];
let connect: StripeConnectInstance | undefined;
let shownAccount = '';

function started(): StripeConnectInstance {
  if (connect === undefined) throw new Error('start comes first');
  return connect;
}

async function clientSecretOf(account: string): Promise<string> {
  const reply = await fetch(`/session/${account}`, { method: 'POST' });
  if (!reply.ok) throw new Error('The session could not be made.');
  const { secret }: { secret: string } = await reply.json();
  return secret;
}

interface KeyWish {
  readonly issuingCard: string;
  readonly nonce: string;
}

async function ephemeralKeyFor({ issuingCard, nonce }: KeyWish) {
  heard.push({ tag: 'page', name: 'FetchEphemeralKey', argument: { issuingCard, nonce } });
  const reply = await fetch(`/key/${shownAccount}/${issuingCard}/${nonce}`, { method: 'POST' });
  const { secret: ephemeralKeySecret }: { secret: string } = await reply.json();
  return { issuingCard, nonce, ephemeralKeySecret };
}

function show({ tag, values = {}, listeners = [], makesKeys = false }: WantedComponent): void {
  const element = started().create(tag);
  for (const [name, value] of Object.entries(values)) call(element, `set${name}`, value);
  for (const name of ['OnLoadError', 'OnLoaderStart', ...listeners]) {
    call(element, `set${name}`, (argument: unknown) => {
      heard.push({ tag, name, argument });
    });
  }
  if (makesKeys) call(element, 'setFetchEphemeralKey', ephemeralKeyFor);
  document.querySelector('main')?.append(element);
}

/** The setters differ from tag to tag; a test names those it means. */
function call(element: HTMLElement, setter: string, value: unknown): void {
  const set: unknown = Reflect.get(element, setter);
  if (typeof set !== 'function') throw new Error(`connect-js has no ${setter} on ${element.tagName}`);
  Reflect.apply(set, element, [value]);
}

window.platform = {
  heard,
  connect: started,
  start(account, publishableKey, options) {
    shownAccount = account;
    connect = loadConnectAndInitialize({
      ...options,
      publishableKey,
      fetchClientSecret: () => clientSecretOf(account),
    });
  },
  show(components) {
    for (const component of components) show(component);
  },
};
