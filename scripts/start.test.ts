import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStaffSetUp, signIn } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Child, startChild } from './child-process.ts';
import { business } from './demo-business.ts';
import { freePort } from './free-port.ts';
import { createProductClient } from './product-client.ts';

vi.setConfig({ testTimeout: 180_000 });

const root = join(import.meta.dirname, '..');
let dataDir: string;
let appPort: number;
let stripePort: number;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sellerdesk-start-'));
  appPort = await freePort('localhost');
  stripePort = await freePort('127.0.0.1');
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

interface Started {
  readonly child: Child;
  readonly output: () => string;
  /** Resolves once it has said this, or has ended. */
  readonly says: (text: string) => Promise<void>;
}

function start(env: Readonly<Record<string, string>> = {}): Started {
  let output = '';
  const heard = new Set<() => void>();
  const child = startChild(['scripts/start.ts', '--no-env-file'], {
    cwd: root,
    // Keys and databases of whoever runs the tests must not be used: an empty setting counts as not set.
    env: {
      ...process.env,
      STRIPE_SECRET_KEY: '',
      DATABASE_URL: '',
      PUBLIC_URL: '',
      DATA_DIR: dataDir,
      PORT: String(appPort),
      LOCAL_STRIPE_PORT: String(stripePort),
      ...env,
    },
    onOutput: (text) => {
      output += text;
      for (const hear of heard) hear();
    },
  });
  const says = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const hear = (): void => {
        if (output.includes(text)) resolve();
      };
      heard.add(hear);
      hear();
      void child.ended.then(() => resolve());
    });
  return { child, output: () => output, says };
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, host, () => resolve(true));
  });
  server.close();
  return bound;
}

test('one command ends with a sign-in that works, the next one is quick, and each stops what it started', async () => {
  const first = start();
  await first.says('Ctrl-C stops everything.');
  expect(first.output()).toContain('Demo payments of four months made');
  const product = createProductClient(`http://localhost:${appPort}`);
  const seller = await product(signIn, { body: { email: business.email, password: business.password } });
  expect(seller).toMatchObject({ businessName: business.name, account: { state: 'ready' } });
  const [, token = ''] = /Support +\S+\/support\/set-up#(\S+)/u.exec(first.output()) ?? [];
  expect(await product(openStaffSetUp, { body: { token } })).toMatchObject({ name: 'Sam Ortega' });
  await first.child.stop();
  expect(await first.child.ended).toBe(0);
  expect([await isFree('localhost', appPort), await isFree('127.0.0.1', stripePort)]).toEqual([true, true]);

  const second = start();
  await second.says('Ctrl-C stops everything.');
  expect(second.output()).not.toContain('Demo');
  expect(second.output()).toMatch(/Support +\S+\/support\/set-up#/u);
  await second.child.stop();
});

test('with keys it runs at Stripe and says so', async () => {
  const { child, output, says } = start({
    DATA_DIR: join(dataDir, 'at-stripe'),
    STRIPE_SECRET_KEY: 'sk_test_made_up_for_this_test_only',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_made_up_for_this_test_only',
    STRIPE_WEBHOOK_SECRETS_PLATFORM: 'whsec_made_up_for_the_platform_scope',
    STRIPE_WEBHOOK_SECRETS_CONNECT: 'whsec_made_up_for_the_connect_scope',
  });
  await says('Ctrl-C stops everything.');
  expect(output()).toContain('at Stripe, with the keys in .env');
  expect(output()).not.toContain('Local Stripe');
  await child.stop();
  expect(await child.ended).toBe(0);
});

test('settings that cannot be used are named, once, and nothing stays behind', async () => {
  const { child, output } = start({ DATA_DIR: join(dataDir, 'wrong'), STRIPE_SECRET_KEY: 'pk_test_made_up' });
  expect(await child.ended).toBe(1);
  expect(output().match(/STRIPE_SECRET_KEY must be/gu)).toHaveLength(1);
  expect(await isFree('localhost', appPort)).toBe(true);
});

test.each([
  ['localhost', 'PORT', () => appPort],
  ['127.0.0.1', 'LOCAL_STRIPE_PORT', () => stripePort],
])('a port taken on %s is named with the setting that chooses another', async (host, setting, port) => {
  const taken: Server = createServer();
  await new Promise<void>((resolve) => {
    taken.listen(port(), host, resolve);
  });
  const { child, output } = start();
  expect(await child.ended).toBe(1);
  expect(output()).toContain(`choose another port with ${setting}=`);
  taken.close();
});
