import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';
import { charge, openAccount } from '../test/test-world.ts';
import { type RealCli, realCli } from '../test/real-cli.ts';

let emulator: Emulator;
let cli: RealCli;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  cli = realCli(emulator);
  // The fixtures of transfers pay as much as they send, and Stripe's fee is missing then.
  charge(emulator.world, emulator.world.platform, 10_000, { token: 'pm_card_bypassPending' });
});
afterAll(async () => {
  cli.remove();
  await emulator.close();
});

const told = (): string[] => emulator.world.store.everywhere('event').map(({ type }) => type);

test.each([
  'account.updated',
  'account.application.deauthorized',
  'charge.captured',
  'charge.failed',
  'charge.refunded',
  'charge.succeeded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'payment_intent.amount_capturable_updated',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'transfer.created',
  'transfer.reversed',
  'transfer.updated',
  'payout.created',
  'payout.updated',
])('`stripe trigger %s` makes that event', async (type) => {
  const before = told().filter((name) => name === type).length;
  const { code, output } = await cli.run('trigger', type);
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Trigger succeeded!') });
  expect(told().filter((name) => name === type).length).toBeGreaterThan(before);
});

test.each(['payout.created', 'payout.updated'])('`stripe trigger %s` for a connected account', async (type) => {
  const { id } = openAccount(emulator.world);
  const { code, output } = await cli.run('trigger', type, '--stripe-account', id);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(emulator.world.store.all('event', id).map((event) => event.type)).toContain(type);
});

test.each(['succeeded', 'failed'])(
  '`stripe trigger checkout.session.async_payment_%s` makes that event once the bank has answered',
  async (outcome) => {
    const { code, output } = await cli.run('trigger', `checkout.session.async_payment_${outcome}`);
    expect({ code, output }).toMatchObject({ code: 0 });
    emulator.control.advanceClock(86_400_000);
    expect(told()).toContain(`checkout.session.async_payment_${outcome}`);
  },
);
