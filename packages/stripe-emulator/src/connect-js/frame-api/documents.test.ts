import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { createPayout } from '../../world/payouts.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  app.world.clock.set(Date.UTC(2026, 8, 15));
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const from = async (path: string, components = { documents: [] }) =>
  ask(app, path, secretFor(app.world, account.id, components));
const textOf = async (name: string) => String((await from(`documents/${name}`)).body['content']);

/** September has a payment and a payout, October nothing, November a payment in euros. */
function live(): void {
  pay(app.world, account.id, { amount: 10_000, number: '4000000000000077', applicationFeeAmount: 500 });
  createPayout(app.world, account.id, { amount: 2000, currency: 'usd', method: 'instant' });
  app.world.clock.set(Date.UTC(2026, 10, 2));
  pay(app.world, account.id, { amount: 4000, currency: 'eur' });
  app.world.clock.set(Date.UTC(2026, 10, 30));
}

describe('documents', () => {
  it('are there for each month that is over and had something, newest first', async () => {
    live();
    expect((await from('documents')).body).toMatchObject({
      rows: [{ id: 'statement-2026-09' }, { id: 'fees-2026-09' }],
    });
    app.world.clock.set(Date.UTC(2026, 11, 1));
    expect((await from('documents')).body).toMatchObject({
      rows: [
        { id: 'statement-2026-11', kind: 'statement', formats: ['pdf', 'csv'], madeUnix: Date.UTC(2026, 11, 1) / 1000 },
        { id: 'fees-2026-11', kind: 'fee_invoice', formats: ['pdf'] },
        { id: 'statement-2026-09' },
        { id: 'fees-2026-09' },
      ],
      next: null,
    });
  });

  it('come page by page', async () => {
    for (let month = 0; month < 7; month += 1) {
      app.world.clock.set(Date.UTC(2026, month, 5));
      pay(app.world, account.id);
    }
    app.world.clock.set(Date.UTC(2026, 11, 1));
    const first = (await from('documents')).body;
    expect(first).toMatchObject({ next: '2026-03' });
    expect((await from('documents?after=2026-03')).body).toMatchObject({
      rows: [{ id: 'statement-2026-02' }, {}, {}, { id: 'fees-2026-01' }],
      next: null,
    });
  });

  it('a statement adds up, and goes on where the last one ended', async () => {
    live();
    app.world.clock.set(Date.UTC(2026, 11, 1));
    const september = await textOf('statement-2026-09.pdf');
    for (const figure of ['$0.00', '$100.00', '-$20.00', '-$8.70', '$71.30'])
      expect(september).toContain(`(${figure})`);
    const november = await textOf('statement-2026-11.pdf');
    expect(november.match(/\(\$71\.30\)/gu)).toHaveLength(2);
    expect(november).toContain(String.raw`(\20040.00)`);
    const csv = await textOf('statement-2026-09.csv');
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain(',usd,100.00,8.20,91.80,');
  });

  it('a fee invoice has what Stripe took, and not what the platform took', async () => {
    live();
    const invoice = await textOf('fees-2026-09.pdf');
    for (const figure of ['$3.20', '$0.50', '$3.70']) expect(invoice).toContain(`(${figure})`);
    expect(invoice).toContain('(Instant payout fee)');
  });

  it.each(['statement-2026-10.pdf', 'statement-2026-11.pdf', 'fees-2026-09.csv', 'x', 'statement-2026-99.pdf'])(
    'there is no %s',
    async (name) => {
      live();
      expect(await from(`documents/${name}`)).toMatchObject({ status: 404 });
    },
  );

  it.each(['documents', 'documents/statement-2026-09.pdf'])('%s is not told to another component', async (path) => {
    live();
    const secret = secretFor(app.world, account.id, { balance_report: [] });
    expect(await ask(app, path, secret)).toMatchObject({ status: 403 });
    expect(await ask(app, path, '')).toMatchObject({ status: 401 });
  });
});
