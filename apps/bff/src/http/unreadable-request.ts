import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

const statusOfCode: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no HTTP request, or did not come in time: there is no request yet to answer as a problem. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const status = statusOfCode[error.code ?? ''] ?? 400;
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'X-Content-Type-Options: nosniff', 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`);
}
