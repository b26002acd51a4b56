import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { generate } from 'selfsigned';

/** A TLS server on loopback that stands where a host of Stripe's would be and hands every request to a local one. */
export interface TlsServer {
  readonly port: number;
  /** Base64 SHA-256 of the certificate's public key, which a browser can be told to trust. */
  readonly publicKeyHash: string;
  close(): Promise<void>;
}

/** Starts a TLS server for a host name with a certificate made on the spot. */
export async function startTlsServer(hostName: string, target: string): Promise<TlsServer> {
  const pems = await generate([{ name: 'commonName', value: hostName }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: hostName }] }],
  });
  const server = createServer({ key: pems.private, cert: pems.cert }, (incoming, reply) => {
    const { pathname, search } = new URL(incoming.url ?? '/', `https://${hostName}`);
    const onward = request(`${target}${pathname}${search}`, { method: incoming.method, headers: incoming.headers });
    onward.on('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    onward.on('error', () => reply.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: portOf(server), publicKeyHash: publicKeyHashOf(pems.cert), close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

function publicKeyHashOf(certificate: string): string {
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(publicKey).digest('base64');
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
