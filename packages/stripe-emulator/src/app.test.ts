import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestStripe, startTestStripe } from './test/test-stripe.ts';

let local: TestStripe;
beforeEach(async () => {
  local = await startTestStripe();
});
afterEach(() => local.emulator.close());

interface Wish {
  readonly method?: string;
  readonly body?: string;
  readonly type?: string;
}

function ask(path: string, { method = 'GET', body, type }: Wish = {}): Promise<Response> {
  const headers = {
    authorization: `Bearer ${local.emulator.secretKey}`,
    ...(type !== undefined && { 'content-type': type }),
  };
  return fetch(`${local.emulator.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
}

const isMarked = ({ headers }: Response): boolean => headers.get('stripe-emulator') === 'true';
const TOO_LONG = 'a'.repeat(1_100_000);

describe('every answer says that it is the emulator’s', () => {
  test.each([
    ['an object', '/v1/balance'],
    ['an address that there is not', '/v1/nowhere'],
    ['an address that is none', '/v1/customers/%ZZ'],
    ['a page', '/_emulator'],
    ['connect.js', '/v1.0/connect.js'],
  ])('%s', async (_, path) => {
    expect(isMarked(await ask(path))).toBe(true);
  });

  test('an arranged one, which has a request id and a version too', async () => {
    local.emulator.control.fault({ kind: 'status', path: '/v1/balance', status: 500 });
    const reply = await ask('/v1/balance');
    expect(reply.status).toBe(500);
    expect(isMarked(reply)).toBe(true);
    expect(reply.headers.get('request-id')).toMatch(/^req_/u);
    expect(reply.headers.get('stripe-version')).toMatch(/^\d{4}-/u);
  });

  test('one to what is no HTTP', async () => {
    const socket = connect(Number(new URL(local.emulator.url).port), '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 .*\r\nstripe-emulator: true\r\n/u);
  });
});

describe('what cannot be read', () => {
  test('is refused in Stripe’s form where the address is none', async () => {
    const reply = await ask('/v1/customers/%ZZ');
    expect(reply.status).toBe(400);
    expect(reply.headers.get('request-id')).toMatch(/^req_/u);
    expect(await reply.json()).toEqual({ error: { type: 'invalid_request_error', message: expect.any(String) } });
  });

  const json = 'application/json';
  const form = 'application/x-www-form-urlencoded';
  test.each([
    ['/v1/customers', form],
    ['/v1.0/frame-api/session/end', json],
    ['/checkout/c/pay/cs_1', form],
    ['/_emulator/advance-clock', json],
    ['/_emulator/page/advance-clock', form],
  ])('is refused and told on no output where the body of %s is too long', async (path, type) => {
    const output = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const reply = await ask(path, { method: 'POST', body: TOO_LONG, type });
    expect([reply.status, isMarked(reply)]).toEqual([413, true]);
    expect(output).not.toHaveBeenCalled();
    output.mockRestore();
  });
});
