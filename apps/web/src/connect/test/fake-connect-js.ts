import type { AppearanceOptions } from '@stripe/connect-js/pure';

/** What connect.js was asked to make. */
export interface FakeInstance {
  readonly publishableKey: string;
  readonly fetchClientSecret: () => Promise<string>;
  readonly updates: { readonly appearance?: AppearanceOptions }[];
  loggedOut: boolean;
}

type Listener = (report: object) => void;

/** Stands for `window.StripeConnect`; elements and instances are told by the test what happens to them. */
export const fakeConnectJs = {
  instances: [] as FakeInstance[],
  elements: new Set<FakeElement>(),
  /** From now on making an instance fails. */
  broken: false,

  /** Puts it where connect.js puts itself. */
  install(): void {
    window.StripeConnect = script;
  },
  remove(): void {
    delete window.StripeConnect;
    this.instances = [];
    this.broken = false;
  },
  /** The element of a component that is on the page now. */
  element(tag: string): FakeElement {
    const found = [...this.elements].find(({ localName }) => localName === `stripe-connect-${tag}`);
    if (found === undefined) throw new Error(`There is no ${tag} on the page`);
    return found;
  },
};

/** A component on the page, as far as the loader and the React wrapper see it. */
export class FakeElement extends HTMLElement {
  readonly values = new Map<string, unknown>();
  connector: unknown;

  setConnector(connector: unknown): void {
    this.connector = connector;
  }
  connectedCallback(): void {
    fakeConnectJs.elements.add(this);
  }
  disconnectedCallback(): void {
    fakeConnectJs.elements.delete(this);
  }
  /** Tells the page that the component begins to load. */
  start(): void {
    this.#call('OnLoaderStart', { elementTagName: this.localName });
  }
  /** Tells the page that the component cannot load. */
  fail(type: string): void {
    this.#call('OnLoadError', { elementTagName: this.localName, error: { type } });
  }
  closed(): void {
    this.#call('OnClose', {});
  }
  notices(total: number): void {
    this.#call('OnNotificationsChange', { total, actionRequired: total });
  }
  #call(name: string, report: object): void {
    const listener = this.values.get(name);
    if (isListener(listener)) listener(report);
  }
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

const setters = [
  'OnLoaderStart',
  'OnLoadError',
  'OnClose',
  'Payment',
  'DefaultFilters',
  'CollectionOptions',
  'OnNotificationsChange',
];
for (const name of setters) {
  Object.defineProperty(FakeElement.prototype, `set${name}InternalOnly`, {
    value(this: FakeElement, value: unknown) {
      this.values.set(name, value);
    },
  });
}
for (const tag of ['balances', 'notification-banner', 'payments', 'payment-details', 'payouts']) {
  customElements.define(`stripe-connect-${tag}`, class extends FakeElement {});
}

interface InitParams {
  readonly publishableKey: string;
  readonly fetchClientSecret: () => Promise<string>;
}

// The loader keeps the first one it sees for as long as the page is open, so there is only one.
const script = {
  init({ publishableKey, fetchClientSecret }: InitParams) {
    if (fakeConnectJs.broken) throw new Error('arranged');
    const instance: FakeInstance = { publishableKey, fetchClientSecret, updates: [], loggedOut: false };
    fakeConnectJs.instances.push(instance);
    return {
      connect: instance,
      update: (options: object) => instance.updates.push(options),
      logout: async () => {
        instance.loggedOut = true;
      },
    };
  },
};
