import type { ToPage } from '../protocol.ts';
import type { Component } from './component-table.ts';
import { isConnection, type Connection } from './connection.ts';
import type { Frame } from './frame-host.ts';
import { openComponent, openOverlay } from './overlay.ts';
import { sameValue } from './same-value.ts';

type Listener = (argument?: unknown) => unknown;

/**
 * Makes the custom element class of one component. connect-js constructs it in three situations (createElement, upgrade
 * while connected, upgrade in a hidden append), so the constructor touches nothing, and a frame is opened only when the
 * element is in the document and knows its connection.
 */
export function connectElement(tag: string, component: Component): CustomElementConstructor {
  class ConnectElement extends HTMLElement {
    #connection: Connection | undefined;
    #frame: Frame | undefined;
    #values: Record<string, unknown> = {};
    readonly #listeners = new Map<string, Listener>();

    setConnector(connection: unknown): void {
      if (!isConnection(connection) || connection === this.#connection) return;
      this.#close();
      this.#connection = connection;
      this.#settle();
    }

    connectedCallback(): void {
      this.#settle();
    }

    disconnectedCallback(): void {
      this.#close();
    }

    setValue(name: string, value: unknown): void {
      if (sameValue(this.#values[name], value)) return;
      this.#values = { ...this.#values, [name]: value };
      this.#frame?.send({ kind: 'values', values: this.#values });
      this.#settle();
    }

    setListener(name: string, listener: unknown): void {
      if (isListener(listener)) this.#listeners.set(name, listener);
      else this.#listeners.delete(name);
    }

    /** Opens or closes the frame so that it fits what is known now. */
    #settle(): void {
      const wanted = component.opensWith === undefined || this.#values[component.opensWith] !== undefined;
      if (!wanted) this.#close();
      else if (!this.#frame && this.isConnected && this.#connection?.isOpen()) this.#open(this.#connection);
    }

    #open(connection: Connection): void {
      const request = { tag, values: () => this.#values, place: this, hear: (message: ToPage) => this.#hear(message) };
      if (component.opensWith === undefined) {
        this.style.display = 'block';
        this.#frame = openComponent(connection, {
          ...request,
          presentation: 'inline',
          parent: this,
        });
      } else {
        this.#frame = openOverlay(connection, { ...request, onClosed: () => this.#closedBySeller() });
      }
    }

    #close(): void {
      this.#frame?.remove();
      this.#frame = undefined;
    }

    /** The page hides the element in its `onClose`; until then the value stays, so the frame must not open again. */
    #closedBySeller(): void {
      this.#frame = undefined;
      this.#call('OnClose');
    }

    #hear(message: ToPage): void {
      if (message.kind === 'height' && this.#frame) this.#frame.element.style.height = `${message.px}px`;
      if (message.kind === 'loader-start') this.#call('OnLoaderStart', { elementTagName: tag });
      if (message.kind === 'load-error') this.#call('OnLoadError', { elementTagName: tag, error: message.error });
      if (message.kind === 'call') this.#call(message.listener, message.argument);
      if (message.kind === 'ask' && this.#frame)
        void answer(this.#frame, this.#listeners.get(message.listener), message);
    }

    #call(name: string, argument?: unknown): void {
      this.#listeners.get(name)?.(argument);
    }
  }

  for (const name of component.values) {
    defineSetter(ConnectElement.prototype, name, function (value) {
      this.setValue(lowerFirst(name), value);
    });
  }
  for (const name of component.listeners) {
    defineSetter(ConnectElement.prototype, name, function (listener) {
      this.setListener(name, listener);
    });
  }
  return ConnectElement;
}

/** Asks the page what a frame wants to know, and hands the frame what it says. */
async function answer(
  frame: Frame,
  listener: Listener | undefined,
  asked: Extract<ToPage, { kind: 'ask' }>,
): Promise<void> {
  const { question } = asked;
  try {
    if (!listener) throw new Error(`The page has set no ${asked.listener}.`);
    frame.send({ kind: 'answer', question, answer: await listener(asked.argument) });
  } catch (error) {
    frame.send({ kind: 'answer-failed', question, message: error instanceof Error ? error.message : String(error) });
  }
}

/** connect-js calls `set…InternalOnly` on the element for each setter that the page calls. */
function defineSetter<Element extends HTMLElement>(
  prototype: Element,
  name: string,
  set: (this: Element, value: unknown) => void,
): void {
  Object.defineProperty(prototype, `set${name}InternalOnly`, { value: set });
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
