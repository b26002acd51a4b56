import type { FrameStart, Presentation, ToFrame, ToPage, Values } from '../protocol.ts';
import type { ConnectedFrame, Connection } from './connection.ts';
import { localeOf, lookAt } from './look.ts';
import { titleOf } from './title.ts';

export type FrameRequest = {
  readonly tag: string;
  /** For which component it asks, when that is another one than its own. */
  readonly component?: string;
  readonly presentation: Presentation;
  readonly values: () => Values;
  /** Where the frame is put. */
  readonly parent: Element;
  /** The element whose font and background the component continues. */
  readonly place: Element;
  readonly hear: (message: ToPage, from: Frame) => void;
};

export type Frame = ConnectedFrame & {
  readonly element: HTMLIFrameElement;
  readonly send: (message: ToFrame) => void;
};

/** How long a frame may stay silent after it was opened before the page is told, in milliseconds. */
const SILENCE_LIMIT_MS = 15_000;

/** Above anything a page usually stacks; `overlayZIndex` overrides it. */
const DEFAULT_Z_INDEX = 2_147_483_000;

const SILENT_FRAME: ToPage = {
  kind: 'load-error',
  error: { type: 'api_connection_error', message: 'The frame did not load.' },
};

/** Opens a component in a frame on the emulator's origin and keeps the conversation with it. */
export function openFrame(connection: Connection, request: FrameRequest): Frame {
  const element = createIframe(`${connection.origin}/v1.0/frames/${request.tag}`, request);
  let port: MessagePort | undefined;

  const silence = setTimeout(() => {
    request.hear(SILENT_FRAME, frame);
  }, SILENCE_LIMIT_MS);

  const look = () => lookAt(request.place, connection.options(), connection.fonts());
  function dress(): void {
    const options = connection.options();
    element.title = titleOf(request.tag, localeOf(options));
    const { overlayZIndex = DEFAULT_Z_INDEX } = options.appearance?.variables ?? {};
    if (request.presentation === 'overlay') element.style.zIndex = String(overlayZIndex);
  }
  const send = (message: ToFrame) => port?.postMessage(message);
  const frame: Frame = {
    element,
    send,
    take: (secret) => send({ kind: 'secret', secret }),
    refresh: () => send({ kind: 'refresh' }),
    relook() {
      dress();
      send({ kind: 'look', look: look() });
    },
    remove() {
      clearTimeout(silence);
      connection.leave(frame);
      port?.close();
      element.remove();
    },
  };

  function answer(message: ToPage): void {
    clearTimeout(silence);
    if (message.kind === 'secret-wanted') void giveSecret(connection, message.refused, send);
    else if (message.kind === 'changed') connection.refreshOthers(frame);
    else request.hear(message, frame);
  }

  // A frame that navigates or reloads starts a new conversation; the old port dies with the old document.
  element.addEventListener('load', () => {
    const { tag, component = tag, presentation } = request;
    const { publishableKey } = connection;
    const start: FrameStart = {
      kind: 'start',
      tag,
      component,
      publishableKey,
      presentation,
      values: request.values(),
      look: look(),
    };
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    port.addEventListener('message', (event: MessageEvent<ToPage>) => answer(event.data));
    port.start();
    element.contentWindow?.postMessage(start, connection.origin, [channel.port2]);
  });

  dress();
  connection.join(frame);
  request.parent.append(element);
  return frame;
}

function createIframe(url: string, { presentation }: FrameRequest): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.src = url;
  element.hidden = presentation === 'hidden';
  Object.assign(element.style, {
    border: '0',
    display: presentation === 'hidden' ? 'none' : 'block',
    width: '100%',
    height: '0',
    // A frame whose document has another scheme than its element gets an opaque canvas; ours is always light.
    colorScheme: 'light',
    background: 'transparent',
  });
  return element;
}

async function giveSecret(connection: Connection, refused: string | undefined, send: Frame['send']): Promise<void> {
  try {
    const { secret } = connection;
    if (refused === undefined) send({ kind: 'secret', secret: await secret.current() });
    else connection.handOut(await secret.replace(refused));
  } catch (error) {
    send({ kind: 'secret-failed', message: error instanceof Error ? error.message : String(error) });
  }
}
