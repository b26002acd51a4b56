import { createAccount, wireRequest } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});

afterAll(() => server.close());

interface LogLine {
  readonly msg: string;
  readonly requestId?: string;
  readonly stripeRequestId?: string;
  readonly method?: string;
  readonly path?: string;
  readonly err?: { readonly stripeRequestId?: string; readonly message?: string };
}

function linesThatSay(msg: string): LogLine[] {
  const lines: LogLine[] = server.log.map((line) => JSON.parse(line));
  return lines.filter((line) => line.msg === msg);
}

test('what Stripe answered is logged with its request id beside ours', async () => {
  const seller = await server.signUp();
  const { headers } = await seller.send(wireRequest(createAccount, { body: {} }));
  const line = linesThatSay('stripe answered').at(-1);
  expect(line).toMatchObject({ path: '/v2/core/accounts', requestId: headers['request-id'] });
  expect(line?.stripeRequestId).toMatch(/^req_/u);
  expect(line?.stripeRequestId).not.toBe(line?.requestId);
});

test('two requests at once do not get each other’s lines', async () => {
  const sellers = [await server.signUp(), await server.signUp()];
  const before = server.log.length;
  await Promise.all(sellers.map(({ client }) => client(createAccount, { body: {} })));
  const lines: LogLine[] = server.log.slice(before).map((line) => JSON.parse(line));
  const answered = lines.filter(({ msg, method }) => msg === 'stripe answered' && method === 'POST');
  expect(answered).toHaveLength(2);
  expect(new Set(answered.map(({ requestId }) => requestId)).size).toBe(2);
});

test('a failure is logged with Stripe’s request id and without what was sent', async () => {
  const { client, email } = await server.signUp();
  server.emulator.control.fault({ path: '/v2/core/accounts', kind: 'status', status: 500, times: 1 });
  await expect(client(createAccount, { body: {} })).rejects.toMatchObject({ code: 'stripe_unavailable' });
  const line = linesThatSay('failed').at(-1);
  expect(line?.err?.message).toContain('An unknown error occurred');
  expect(line?.requestId).toMatch(/^req_/u);
  expect(JSON.stringify(line)).not.toContain(email);
  expect(JSON.stringify(line)).not.toContain(server.emulator.secretKey);
});
