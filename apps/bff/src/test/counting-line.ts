import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to PostgreSQL that counts what is sent over it: one for each statement, those that begin and end a transaction too. */
export interface CountingLine {
  /** The address of the database by this line. */
  readonly url: string;
  /** Calls back once, when so many more statements were sent: before the last of them is passed on, or just after. */
  at(count: number, when: 'before' | 'after', callBack: () => void): void;
  /** Gives up waiting for the moment that has not come. */
  forget(): void;
  close(): Promise<void>;
}

interface Moment {
  count: number;
  readonly when: 'before' | 'after';
  readonly callBack: () => void;
}

/** Starts a line to the database at an address. */
export async function startCountingLine(target: string): Promise<CountingLine> {
  const url = new URL(target);
  const sockets = new Set<Socket>();
  let moment: Moment | undefined;
  const pass = (statement: Buffer, database: Socket): void => {
    if (moment !== undefined) moment.count -= 1;
    const due = moment?.count === 0 ? moment : undefined;
    if (due !== undefined) moment = undefined;
    // What is not passed on yet is lost with whoever sent it, as when they end between two statements.
    if (due?.when === 'before') return due.callBack();
    database.write(statement);
    due?.callBack();
  };
  const server = createServer((client) => {
    const database = connect(Number(url.port), url.hostname);
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (statement: Buffer) => pass(statement, database));
    database.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const byLine = new URL(url);
  byLine.hostname = '127.0.0.1';
  byLine.port = typeof address === 'object' && address !== null ? String(address.port) : '';
  return {
    url: byLine.href,
    at: (count, when, callBack) => {
      moment = { count, when, callBack };
    },
    forget: () => {
      moment = undefined;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
