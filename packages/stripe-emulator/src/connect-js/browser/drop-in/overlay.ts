import type { Values } from '../protocol.ts';
import type { Connection } from './connection.ts';
import { openFrame, type Frame, type FrameRequest } from './frame-host.ts';

export type OverlayRequest = {
  readonly tag: string;
  readonly component?: string;
  readonly values: () => Values;
  readonly place: Element;
  readonly onClosed: () => void;
  readonly hear?: FrameRequest['hear'];
};

/** How long an overlay takes to go, in milliseconds. */
const FADE_MS = 120;

/** Opens a component over the whole page in a transparent frame of the size of the window. */
export function openOverlay(connection: Connection, request: OverlayRequest): Frame {
  const focusedBefore = document.activeElement;
  const frame = openComponent(connection, {
    tag: request.tag,
    component: request.component ?? request.tag,
    presentation: 'overlay',
    values: request.values,
    parent: document.body,
    place: request.place,
    hear(message, from) {
      if (message.kind === 'close') close();
      else request.hear?.(message, from);
    },
  });

  function returnFocus(): void {
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus();
  }

  // The frame is taken away after its last key or click was dealt with: a browser that waits for it would wait for ever.
  function close(): void {
    frame.element.inert = true;
    Object.assign(frame.element.style, { opacity: '0', transition: `opacity ${FADE_MS}ms` });
    setTimeout(() => {
      const { activeElement } = document;
      frame.remove();
      const isElsewhere = ![frame.element, document.body, focusedBefore].includes(activeElement);
      if (isElsewhere || !(focusedBefore instanceof HTMLElement)) return;
      // A click in the frame may have taken the keyboard once more, and it is gone with the frame even where the page
      // believes that the focus has returned: giving it anew is the only way to be sure.
      focusedBefore.blur();
      focusedBefore.focus();
    }, FADE_MS);
    returnFocus();
    request.onClosed();
  }

  Object.assign(frame.element.style, {
    position: 'fixed',
    inset: '0',
    height: '100%',
  });
  frame.element.addEventListener('load', () => frame.element.focus());
  return frame;
}

/** Opens a component whose frame may open another one above the page, for example a list that opens details. */
export function openComponent(connection: Connection, request: FrameRequest): Frame {
  return openFrame(connection, {
    ...request,
    hear(message, below) {
      if (message.kind !== 'open-overlay') return request.hear(message, below);
      openOverlay(connection, {
        tag: message.tag,
        component: request.component ?? request.tag,
        values: () => message.values,
        place: request.place,
        onClosed: () => below.send({ kind: 'overlay-closed' }),
      });
    },
  });
}
