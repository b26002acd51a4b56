import type { FrameStart, Look, ToFrame, ToPage, Values } from '../protocol.ts';

/** A frame's side of the talk with the page that opened it. */
export type Conversation = {
  readonly start: FrameStart;
  readonly say: (message: ToPage) => void;
  /** Calls a listener that the page set on the element, for example `OnNotificationsChange`. */
  readonly call: (listener: string, argument?: unknown) => void;
  /**
   * Asks a function that the page set on the element, for example `FetchEphemeralKey`.
   * @throws Error with the page's reason
   */
  readonly ask: (listener: string, argument: unknown) => Promise<unknown>;
  /** Asks the page for a client secret. @throws Error with the page's reason */
  readonly secret: (refused?: string) => Promise<string>;
  /** Hears of a new secret, whoever asked for it. */
  readonly onSecret: (hear: (secret: string) => void) => void;
  readonly onLook: (hear: (look: Look) => void) => void;
  readonly onValues: (hear: (values: Values) => void) => void;
  /** Hears that an overlay opened from here was closed. Returns how to stop hearing. */
  readonly onOverlayClosed: (hear: () => void) => () => void;
  /** Hears that something this frame shows was changed elsewhere. Returns how to stop hearing. */
  readonly onRefresh: (hear: () => void) => () => void;
};

/** Waits for the page that embeds this frame to begin; anything from another window is not heard. */
export function awaitConversation(): Promise<Conversation> {
  return new Promise((resolve) => {
    window.addEventListener('message', function greeted(event: MessageEvent<unknown>) {
      const [port] = event.ports;
      if (event.source !== window.parent || !port || !isStart(event.data)) return;
      window.removeEventListener('message', greeted);
      resolve(converse(event.data, port));
    });
  });
}

function isStart(data: unknown): data is FrameStart {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'start';
}

function converse(start: FrameStart, port: MessagePort): Conversation {
  const heard = new EventTarget();
  /** The newest look and values: what the page says while a component is still loading is not lost. */
  let look: Look | undefined;
  let values: Values | undefined;
  let questions = 0;
  const say = (message: ToPage) => port.postMessage(message);

  function on<Kind extends ToFrame['kind']>(kind: Kind, hear: (message: Extract<ToFrame, { kind: Kind }>) => void) {
    const listener = (event: Event) => {
      if (event instanceof CustomEvent) hear(event.detail);
    };
    heard.addEventListener(kind, listener);
    return () => heard.removeEventListener(kind, listener);
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    if (data.kind === 'look') look = data.look;
    if (data.kind === 'values') values = data.values;
    heard.dispatchEvent(new CustomEvent(data.kind, { detail: data }));
  });
  port.start();

  return {
    start,
    say,
    call: (listener, argument) => say({ kind: 'call', listener, argument }),
    ask: (listener, argument) =>
      new Promise((resolve, reject) => {
        const question = ++questions;
        const stopGiven = on('answer', (heardOf) => {
          if (heardOf.question === question) settle(() => resolve(heardOf.answer));
        });
        const stopFailed = on('answer-failed', (heardOf) => {
          if (heardOf.question === question) settle(() => reject(new Error(heardOf.message)));
        });
        function settle(tell: () => void) {
          stopGiven();
          stopFailed();
          tell();
        }
        say({ kind: 'ask', question, listener, argument });
      }),
    secret: (refused) =>
      new Promise((resolve, reject) => {
        const stopGiven = on('secret', ({ secret }) => settle(() => resolve(secret)));
        const stopFailed = on('secret-failed', ({ message }) => settle(() => reject(new Error(message))));
        function settle(answer: () => void) {
          stopGiven();
          stopFailed();
          answer();
        }
        say({ kind: 'secret-wanted', ...(refused !== undefined && { refused }) });
      }),
    onSecret: (hear) => void on('secret', ({ secret }) => hear(secret)),
    onLook(hear) {
      on('look', (message) => hear(message.look));
      if (look !== undefined) hear(look);
    },
    onValues(hear) {
      on('values', (message) => hear(message.values));
      if (values !== undefined) hear(values);
    },
    onOverlayClosed: (hear) => on('overlay-closed', hear),
    onRefresh: (hear) => on('refresh', hear),
  };
}
