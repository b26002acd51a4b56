import type { Connection } from './connection.ts';
import { openFrame } from './frame-host.ts';

/** How long the server may take to end the session before the page goes on without waiting, in milliseconds. */
const FAREWELL_LIMIT_MS = 5_000;

/**
 * Ends all frames and the account session. The server is told from a hidden frame: the platform's content security
 * policy need not allow its page to call the emulator.
 */
export async function logOut(connection: Connection): Promise<void> {
  if (!connection.isOpen()) return;
  connection.removeFrames();
  await toldServer(connection);
  connection.secret.end();
}

function toldServer(connection: Connection): Promise<void> {
  return new Promise((resolve) => {
    const frame = openFrame(connection, {
      tag: 'session-end',
      presentation: 'hidden',
      values: () => ({}),
      parent: document.body,
      place: document.body,
      hear: (message) => {
        if (message.kind === 'close') farewell();
      },
    });
    const limit = setTimeout(farewell, FAREWELL_LIMIT_MS);
    function farewell(): void {
      clearTimeout(limit);
      frame.remove();
      resolve();
    }
  });
}
