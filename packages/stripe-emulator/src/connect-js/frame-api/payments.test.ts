import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';
import type { PaymentRow } from '../frame-data.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

async function listed(query = ''): Promise<{ rows: readonly PaymentRow[]; next: string | null }> {
  const reply = await app.server.inject({
    url: `/v1.0/frame-api/payments${query}`,
    headers: { authorization: `Bearer ${secretFor(app.world, account.id, { payments: [] })}` },
  });
  expect(reply.statusCode).toBe(200);
  return reply.json();
}

describe('payments', () => {
  it('are shown newest first with who paid, how, and how they stand', async () => {
    pay(app.world, account.id, { description: 'Bread', email: 'ada@example.com' });
    pay(app.world, account.id, { number: '4000000000000002', amount: 900 });
    const { rows, next } = await listed();
    expect(next).toBeNull();
    expect(rows).toMatchObject([
      { amount: 900, status: 'failed' },
      {
        amount: 2500,
        currency: 'usd',
        amountRefunded: 0,
        status: 'successful',
        description: 'Bread',
        customer: 'ada@example.com',
        method: { brand: 'visa', last4: '4242' },
      },
    ]);
  });

  it('come page by page, each once', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => pay(app.world, account.id, { amount: 1000 + index }));
    expect((await listed()).rows).toHaveLength(10);
    const seen: string[] = [];
    let query = '';
    for (;;) {
      const { rows, next } = await listed(query);
      seen.push(...rows.map(({ id }) => id));
      if (next === null) break;
      query = `?after=${next}`;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('end where the last page is just full', async () => {
    for (let index = 0; index < 10; index += 1) pay(app.world, account.id);
    expect((await listed()).next).toBeNull();
  });

  it.each([
    ['?status=failed', [3000]],
    ['?status=failed&status=uncaptured', [4000, 3000]],
    ['?amountFrom=2000&amountTo=3000', [3000, 2000]],
    ['?paymentMethod=card', [4000, 3000, 2000]],
    ['?paymentMethod=klarna', []],
    ['?createdFrom=2000000000', []],
    ['?createdTo=1000000000', []],
  ])('are narrowed by %s', async (query, amounts) => {
    pay(app.world, account.id, { amount: 2000 });
    pay(app.world, account.id, { amount: 3000, number: '4000000000000002' });
    pay(app.world, account.id, { amount: 4000, captureMethod: 'manual' });
    expect((await listed(query)).rows.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('are filled to a whole page also where few match', async () => {
    for (let index = 0; index < 30; index += 1) {
      pay(app.world, account.id, index % 3 === 0 ? {} : { number: '4000000000000002' });
    }
    const { rows, next } = await listed('?status=successful');
    expect(rows).toHaveLength(10);
    expect(next).toBeNull();
  });

  it('refuse a filter that is no number', async () => {
    const secret = secretFor(app.world, account.id, { payments: [] });
    expect(await ask(app, 'payments?amountFrom=much', secret)).toMatchObject({ status: 400 });
  });
});
