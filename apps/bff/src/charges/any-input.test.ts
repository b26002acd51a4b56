import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let server: TestApp;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
});

afterAll(() => server.close());

const headers = { 'x-sellerdesk-client': 'web', 'content-type': 'application/json' };
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constant('ok'),
);
/** Halves of character pairs too: JSON can carry them. */
const unit = fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code));
const anyText = fc.oneof(
  text,
  fc.array(unit, { maxLength: 20 }).map((units) => units.join('')),
);
const anything = fc.oneof(
  anyText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.object({ maxDepth: 1 }),
);

const almostABody = fc.record(
  {
    idempotencyKey: fc.oneof(fc.constant(''), fc.uuid(), anything),
    amountMinor: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.maxSafeInteger(), anything),
    currency: fc.oneof(fc.constantFrom('gbp', 'eur', 'jpy', 'isk', 'kwd', 'xxx', 'GBP'), anything),
    description: anyText,
    customerEmail: fc.oneof(fc.emailAddress(), anyText),
  },
  { requiredKeys: ['idempotencyKey', 'amountMinor', 'currency', 'description'] },
);

const plausible = fc.record({
  idempotencyKey: fc.constant(null).map(() => randomUUID()),
  amountMinor: fc.integer({ min: 1000, max: 1_000_000 }),
  currency: fc.constantFrom('gbp', 'eur', 'usd'),
  description: anyText,
  customerEmail: fc.oneof(fc.emailAddress(), anyText),
});

test('whatever is sent as a charge, the server finds words for it', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(almostABody, plausible), async (body) => {
      const reply = await seller.send({ method: 'POST', url: '/api/charges', headers, body: JSON.stringify(body) });
      statuses.add(reply.statusCode);
      expect(reply.statusCode).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
  expect([...statuses]).toEqual(expect.arrayContaining([201, 400]));
});

test('whatever is asked for as a page or a charge, the server finds words for it', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (asked) => {
      // Half a character pair cannot be in an address.
      const part = encodeURIComponent(asked.toWellFormed());
      for (const url of [`/api/charges?after=${part}`, `/api/charges?limit=${part}`, `/api/charges/${part}`]) {
        const reply = await seller.send({ method: 'GET', url, headers: { 'x-sellerdesk-client': 'web' } });
        expect(reply.statusCode).toBeLessThan(500);
      }
    }),
    { numRuns: 200 },
  );
});
