import { request } from 'node:http';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseOtherHosts } from './hosts.ts';
import { type Emulator, startEmulator } from './index.ts';

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** Asks an address under another name, as a browser does that was led there. */
function ask(url: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: body === undefined ? 'GET' : 'POST', headers }, (reply) => {
      let text = '';
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
      reply.on('end', () => {
        resolve({ status: reply.statusCode, body: text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('a site that has its name lead to this machine', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  });
  afterAll(() => emulator.close());

  test('reads nothing and makes no key', async () => {
    const host = `evil.example:${new URL(emulator.url).port}`;
    const form = { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
    const make = `${emulator.url}/_emulator/page/create-restricted-key`;
    expect((await ask(make, form, 'permissions=rak_charge_read')).status).toBe(421);
    for (const path of ['/_emulator', '/_emulator/requests', '/v1/charges', '/v1.0/connect.js', '/nowhere'])
      expect((await ask(`${emulator.url}${path}`, { host })).status).toBe(421);
    expect((await ask(`${emulator.url}/_emulator`, {})).body).not.toContain('rk_test_');
  });
});

/** Asks a server with this reach under several names. */
const hostsOf = async (reach: { listensOn: string; url?: string }, ...hosts: string[]): Promise<number[]> => {
  const app = Fastify();
  refuseOtherHosts(app, { url: undefined, ...reach });
  app.get('/', () => 'here');
  const replies = await Promise.all(hosts.map((host) => app.inject({ url: '/', headers: { host } })));
  return replies.map(({ statusCode }) => statusCode);
};

describe('an emulator', () => {
  test('of this machine answers to the names of this machine, and to Stripe’s where a browser was told so', async () => {
    const ours = ['localhost:4242', 'LOCALHOST', '127.0.0.1:4242', '127.8.0.1', '[::1]:4242', 'connect-js.stripe.com'];
    expect(await hostsOf({ listensOn: '127.0.0.1' }, ...ours)).toEqual(ours.map(() => 200));
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'connect-js.stripe.com.evil.example',
    '192.168.1.5',
    '0.0.0.0:4242',
    'a@localhost:x',
  ])('of this machine is not called %j', async (host) => {
    expect(await hostsOf({ listensOn: '::1' }, host)).toEqual([421]);
  });

  test('that others reach answers to every number, and of names to that of its address only', async () => {
    const reach = { listensOn: '0.0.0.0', url: 'http://stripe.internal:4242' };
    const hosts = ['192.168.1.5:4242', '[2001:db8::5]', 'stripe.internal:4242', 'localhost', 'evil.example'];
    expect(await hostsOf(reach, ...hosts)).toEqual([200, 200, 200, 200, 421]);
  });
});
