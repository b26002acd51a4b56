import { getSeller } from '@sellerdesk/contract';
import { type Emulator, startEmulator } from 'stripe-emulator';
import { type RealCli, realCli } from 'stripe-emulator/real-cli';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startBareTestApp } from '../test/bare-test-app.ts';
import { patiently } from '../test/patiently.ts';
import { signUpReady } from '../test/ready-seller.ts';
import { settingsFor, type TestApp } from '../test/test-app.ts';

let emulator: Emulator;
let cli: RealCli;
let server: TestApp;
let webhooksUrl: string;

beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  cli = realCli(emulator);
  const secret = (await cli.run('listen', '--print-secret', '--skip-update')).output.trim();
  const secrets = { STRIPE_WEBHOOK_SECRETS_PLATFORM: secret, STRIPE_WEBHOOK_SECRETS_CONNECT: secret };
  const bare = await startBareTestApp({ env: { ...settingsFor(emulator), ...secrets } });
  webhooksUrl = `${await bare.app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/stripe`;
  server = { ...bare, emulator };
});

afterAll(async () => {
  cli.remove();
  await server.close();
  await emulator.close();
});

test('what `stripe listen` forwards, snapshots and thin events, is signed, stored and applied', async () => {
  const seller = await signUpReady(server);
  const toPlatform = ['--forward-to', `${webhooksUrl}/platform`];
  const toConnect = ['--forward-connect-to', `${webhooksUrl}/connect`];
  const snapshots = await cli.listen('--all-snapshot', ...toPlatform, ...toConnect);
  const thin = await cli.listen('--all-thin', ...toPlatform);
  emulator.control.setAccountState(seller.stripeAccountId, 'restricted');
  await vi.waitFor(async () => {
    const kinds = ['connect account.updated', 'platform v2.core.account'];
    expect(await applied()).toEqual(expect.arrayContaining(kinds));
    expect(await seller.client(getSeller, {})).toMatchObject({ account: { state: 'restricted' } });
  }, patiently);
  expect(snapshots.output() + thin.output()).not.toMatch(/\[[345]\d\d\]/u);
  await Promise.all([snapshots.stop(), thin.stop()]);
});

/** Scope and kind of all that was applied; of kinds of the second API the part that they share. */
async function applied(): Promise<string[]> {
  const rows = await server.database.asSystem(
    (sql) => sql<{ readonly scope: string; readonly type: string }>`
      select scope, type from webhook_events where applied_at is not null`,
  );
  return rows.map(({ scope, type }) => `${scope} ${type.replace(/(?<=^v2\.core\.account)\[.*/u, '')}`);
}
