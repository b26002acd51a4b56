import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import Stripe from 'stripe';
import { testFont } from './test-font.ts';
import { type Emulator, startEmulator } from 'stripe-emulator';

export type SessionComponents = Stripe.AccountSessionCreateParams.Components;

/** A platform as small as can be: one page, and a session for whoever asks. */
export interface Platform {
  readonly url: string;
  readonly emulator: Emulator;
  readonly stripe: Stripe;
  /** What the next sessions of an account may show. */
  readonly allow: (account: string, components: SessionComponents) => void;
  /** The secrets that pages of an account were given, oldest first. */
  secretsOf(account: string): readonly string[];
  stop(): Promise<void>;
}

/** Starts a local Stripe and a page on localhost that embeds its components. */
export async function startPlatform(): Promise<Platform> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  const { hostname, port } = new URL(emulator.url);
  const stripe = new Stripe(emulator.secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
  const sessions = sessionsOf(stripe);
  const script = await pageScript();
  const server = createServer((request, reply) => {
    answer(request, reply).catch((error: unknown) => reply.writeHead(500).end(String(error)));
  });

  async function answer({ url = '/' }: IncomingMessage, reply: ServerResponse): Promise<void> {
    if (url.startsWith('/session/')) return send(reply, 'application/json', await sessions.make(url.slice(9)));
    if (url.startsWith('/key/')) return send(reply, 'application/json', await ephemeralKey(stripe, url.split('/')));
    // Frames are of another origin, and a font of another origin has to be given to them.
    reply.setHeader('Access-Control-Allow-Origin', '*');
    if (url === '/fonts/box.ttf') return send(reply, 'font/ttf', testFont);
    if (url === '/fonts/sheet.css') return send(reply, 'text/css', FONT_SHEET);
    if (url === '/page.js') return send(reply, 'text/javascript', script);
    reply.setHeader('Content-Security-Policy', policyFor(emulator.url));
    // Stripe's window to sign in is opened from its frames: this is as far as a page may be isolated then.
    reply.setHeader('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    send(reply, 'text/html', pageFor(emulator.url));
  }

  await new Promise<void>((ready) => {
    server.listen(0, 'localhost', ready);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return {
    url: `http://localhost:${address.port}`,
    emulator,
    stripe,
    allow: sessions.allow,
    secretsOf: sessions.secretsOf,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}

/** Has a key made that shows the number of a card, as a platform's server does: `/key/<account>/<card>/<nonce>`. */
async function ephemeralKey(stripe: Stripe, [, , stripeAccount = '', card = '', nonce = '']: readonly string[]) {
  const options = { stripeAccount, apiVersion: Stripe.API_VERSION };
  const { secret } = await stripe.ephemeralKeys.create({ issuing_card: card, nonce }, options);
  return JSON.stringify({ secret });
}

function sessionsOf(stripe: Stripe) {
  const allowed = new Map<string, SessionComponents>();
  const secrets = new Map<string, readonly string[]>();
  return {
    allow: (account: string, components: SessionComponents) => void allowed.set(account, components),
    secretsOf: (account: string) => secrets.get(account) ?? [],
    make: async (account: string) => {
      const components = allowed.get(account) ?? {};
      const { client_secret: secret } = await stripe.accountSessions.create({ account, components });
      secrets.set(account, [...(secrets.get(account) ?? []), secret]);
      return JSON.stringify({ secret });
    },
  };
}

/** Only its fonts may come into a component. */
const FONT_SHEET = `
@font-face { font-family: 'From a sheet'; font-weight: 400; src: url(box.ttf) format('truetype'); }
#frame { background: red !important; }
`;

async function pageScript(): Promise<string> {
  const entry = join(import.meta.dirname, 'page.browser.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  return outputFiles.map(({ text }) => text).join('');
}

/** As strict as a platform's own policy may be: a component that needed more would not show. */
function policyFor(stripe: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${stripe}`,
    `frame-src ${stripe}`,
    "connect-src 'self'",
    'img-src data:',
    "style-src 'unsafe-inline'",
  ].join('; ');
}

function pageFor(stripe: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Platform</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0 auto; max-width: 1080px; padding: 24px; font-family: Georgia, serif; background: #fff; }
      body.dark { background: #14161a; color: #e8eaee; }
      main { display: grid; gap: 32px; }
    </style>
  </head>
  <body>
    <main><h1>Platform</h1></main>
    <script src="${stripe}/v1.0/connect.js"></script>
    <script src="/page.js"></script>
  </body>
</html>`;
}

function send(reply: ServerResponse, type: string, content: string | Buffer): void {
  reply.setHeader('Content-Type', `${type}; charset=utf-8`).end(content);
}
