import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { pay } from '../test/test-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'arranged-'));
let local: TestStripe;
afterEach(async () => {
  await local.emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what was arranged is still arranged after a restart', async () => {
  const database = join(folder, 'world.sqlite');
  local = await startTestStripe({ database });
  const { stripeAccount: account } = local.openSeller();
  local.emulator.control.arrangeNextPayment('decline', { account, detail: 'lost_card' });
  local.emulator.control.failNextPayout(account, 'account_closed');
  await local.emulator.close();

  local = await startTestStripe({ database });
  const { world, control } = local.emulator;
  expect(pay(world, account, 900).lastError).toMatchObject({ declineCode: 'lost_card' });
  expect(pay(world, account, 900).status).toBe('succeeded');
  control.advanceClock(7 * 86_400_000);
  expect(world.store.all('payout', account)).toMatchObject([{ status: 'failed', failureCode: 'account_closed' }]);
});

test('a payment that is undone uses up nothing', async () => {
  local = await startTestStripe();
  const { world, control } = local.emulator;
  const { stripeAccount: account } = local.openSeller();
  control.arrangeNextPayment('decline');
  const undone = (): void =>
    world.store.transaction(() => {
      pay(world, account, 900);
      throw new Error('The power is gone');
    });
  expect(undone).toThrow('The power is gone');
  expect(pay(world, account, 900).lastError).toMatchObject({ declineCode: 'generic_decline' });
});
