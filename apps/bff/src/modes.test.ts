import { randomUUID } from 'node:crypto';
import {
  createAccount,
  createAccountSession,
  createCharge,
  createOnboardingLink,
  createSupportAccountSession,
  getCharge,
  getSeller,
  listCharges,
  refreshAccount,
} from '@sellerdesk/contract';
import { Stripe } from 'stripe';
import type { Emulator } from 'stripe-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { chargeBody } from './charges/test/charge-body.ts';
import type { Mode } from './config.ts';
import { runSellersCommand } from './sellers/index.ts';
import { lookAt } from './support/test/looking.ts';
import { type BareTestApp, type SignedUp, startBareTestApp } from './test/bare-test-app.ts';
import { eventsSettled } from './test/events-settled.ts';
import { patiently } from './test/patiently.ts';
import { addTestStaff } from './test/staff.ts';
import { startTwoModeApp, type TwoModeApp } from './test/two-mode-app.ts';

vi.setConfig({ testTimeout: 60_000 });

interface SellerOfMode extends SignedUp {
  readonly mode: Mode;
  readonly stripe: Emulator;
  readonly stripeAccountId: string;
}

let server: TwoModeApp;
let live: SellerOfMode;
let testing: SellerOfMode;
beforeAll(async () => {
  server = await startTwoModeApp();
  live = await openAccount('live');
  testing = await openAccount('test');
  await settled();
});
afterAll(() => server.close());

const sellers = (): readonly [SellerOfMode, SellerOfMode] => [live, testing];

/** Does what the operator does with the command of the README. */
const command = (app: Pick<BareTestApp, 'database'>, ...args: readonly string[]): Promise<string> =>
  runSellersCommand({ database: app.database, now: () => new Date() }, args);

let sellersMade = 0;

/** Signs somebody up, makes them a seller of a mode, and takes them through onboarding there. */
async function openAccount(mode: Mode): Promise<SellerOfMode> {
  sellersMade += 1;
  const seller = await server.signUp({ email: `${mode}${sellersMade}@example.com` });
  if (mode === 'test') await command(server, 'mode', seller.email, mode);
  const { stripeAccountId } = await seller.client(createAccount, { body: {} });
  const stripe = server[mode];
  stripe.control.completeOnboarding(stripeAccountId);
  await seller.client(refreshAccount, { body: {} });
  return { ...seller, mode, stripe, stripeAccountId };
}

async function settled(): Promise<void> {
  await Promise.all([server.live.control.deliveriesSettled(), server.test.control.deliveriesSettled()]);
  await eventsSettled(server.database);
}

describe('each account is of one mode, and each call goes there with its keys', () => {
  test('who signs up is of the mode of the deployment, and a test seller is who the operator says', async () => {
    expect(await live.client(getSeller, {})).toMatchObject({ mode: 'live', account: { mode: 'live', state: 'ready' } });
    expect(await testing.client(getSeller, {})).toMatchObject({
      mode: 'test',
      account: { mode: 'test', state: 'ready' },
    });
  });

  test('links into the Stripe Dashboard are those of the mode', async () => {
    const homes = await Promise.all(
      sellers().map(async ({ client }) => (await client(getSeller, {})).account?.dashboard.links?.home),
    );
    expect(homes).toEqual([
      `https://dashboard.stripe.com/${live.stripeAccountId}`,
      `https://dashboard.stripe.com/${testing.stripeAccountId}/test`,
    ]);
  });

  test('everything a seller does reaches the Stripe of their mode, and nothing of it the other', async () => {
    for (const { client, stripe, stripeAccountId } of sellers()) {
      const other = stripe === server.live ? server.test : server.live;
      for (const { control } of [server.live, server.test]) control.clearRequests();
      const { accountSession } = await client(createAccountSession, { body: {} });
      expect(accountSession?.publishableKey).toBe(stripe.publishableKey);
      await client(createOnboardingLink, { body: {} });
      await client(refreshAccount, { body: {} });
      const charge = await client(createCharge, { body: chargeBody() });
      expect(charge.state).toBe('waiting');
      const asked = stripe.control.requests().filter(({ path }) => path.startsWith('/v'));
      expect(asked.length).toBeGreaterThanOrEqual(4);
      expect(other.control.requests()).toEqual([]);
      expect(JSON.stringify(asked)).toContain(stripeAccountId);
    }
  });

  test('two sellers who do everything at once never meet', async () => {
    for (const { control } of [server.live, server.test]) control.clearRequests();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const { client } = index % 2 === 0 ? live : testing;
        return index % 4 < 2
          ? client(createCharge, { body: chargeBody() })
          : client(createAccountSession, { body: {} });
      }),
    );
    for (const one of sellers()) {
      const other = one === live ? testing : live;
      const asked = JSON.stringify(one.stripe.control.requests());
      expect(asked).toContain(one.stripeAccountId);
      expect(asked).not.toContain(other.stripeAccountId);
    }
  });

  test('a payment is followed in the mode of its charge', async () => {
    for (const { client, stripe } of sellers()) {
      const { chargeId } = await client(createCharge, { body: chargeBody() });
      stripe.control.payCheckoutSession(await checkoutSessionOf(chargeId));
      await vi.waitFor(
        async () => expect((await client(getCharge, { params: { chargeId } })).state).toBe('paid'),
        patiently,
      );
    }
  });
});

async function checkoutSessionOf(chargeId: string): Promise<string> {
  const [row] = await server.database.asSystem(
    (sql) => sql<{ id: string }>`select checkout_session_id as id from charges where charge_id = ${chargeId}`,
  );
  return row?.id ?? '';
}

describe('the operator’s command', () => {
  test('leaves a line in the audit, once', async () => {
    const { email, seller } = await server.signUp({ email: 'maybe@example.com' });
    expect(await command(server, 'mode', email.toUpperCase(), 'test')).toBe('MAYBE@EXAMPLE.COM is a test seller.');
    await command(server, 'mode', email, 'test');
    await command(server, 'mode', email, 'live');
    const lines = await server.database.asSystem(
      (sql) =>
        sql`select actor, action, details from audit_lines where subject_seller_id = ${seller.sellerId} order by seq`,
    );
    expect(lines).toEqual([
      { actor: 'operator', action: 'seller_mode_changed', details: { from: 'live', to: 'test' } },
      { actor: 'operator', action: 'seller_mode_changed', details: { from: 'test', to: 'live' } },
    ]);
  });

  test('moves nobody who has an account, and PostgreSQL does not either', async () => {
    await expect(command(server, 'mode', live.email, 'test')).rejects.toThrow('has or had an account in live mode');
    await expect(command(server, 'mode', testing.email, 'live')).rejects.toThrow('has or had an account in test mode');
    const moved = server.database.asSystem(
      (sql) => sql`update sellers set mode = 'test' where seller_id = ${live.seller.sellerId}`,
    );
    await expect(moved).rejects.toMatchObject({ constraint: 'accounts_mode_of_seller' });
  });

  test('and an account that is made at the same moment are never of two modes', async () => {
    for (let run = 0; run < 10; run += 1) {
      const { client, email } = await server.signUp({ email: `race${run}@example.com` });
      const [made] = await Promise.allSettled([
        client(createAccount, { body: {} }),
        command(server, 'mode', email, 'test'),
      ]);
      const { mode, account } = await client(getSeller, {});
      expect(account?.mode).toBe(made.status === 'fulfilled' ? mode : undefined);
    }
  });

  test('makes nobody a live seller where there are test keys alone', async () => {
    const bare = await startBareTestApp();
    await bare.database.asSystem((sql) => sql`insert into installation (mode) values ('test')`);
    const { email } = await bare.signUp();
    await expect(command(bare, 'mode', email, 'live')).rejects.toThrow('The database belongs to test keys');
    await bare.close();
  });

  test.each([
    [[], /^Usage:/u],
    [['mode', 'ada@example.com'], /^Usage:/u],
    [['mode', 'ada@example.com', 'real'], /^Usage:/u],
    [['mode', 'ada', 'test'], /^Usage:/u],
    [['mode', 'ada@example.com', 'test', 'now'], /^Usage:/u],
    [['mode', 'nobody@example.com', 'test'], /^No seller has the address nobody@example.com/u],
  ])('%j is answered with what can be said', async (args, says) => {
    await expect(command(server, ...args)).rejects.toThrow(says);
  });
});

describe('each event is of one mode', () => {
  beforeEach(settled);

  test('and changes the account of that mode', async () => {
    for (const { client, stripe, stripeAccountId } of sellers()) {
      const stateIs = (state: string): Promise<void> =>
        vi.waitFor(async () => expect((await client(getSeller, {})).account?.state).toBe(state), patiently);
      stripe.control.setAccountState(stripeAccountId, 'restricted');
      await stateIs('restricted');
      stripe.control.setAccountState(stripeAccountId, 'ready');
      await stateIs('ready');
    }
  });

  // An endpoint of live mode for connected accounts announces test mode as well; no other one announces the other mode.
  test.each<[string, Mode, 'connect' | 'platform', boolean, Mode, string | null]>([
    ['of live mode, signed by live mode', 'live', 'connect', true, 'live', null],
    ['of test mode, signed by test mode', 'test', 'connect', false, 'test', null],
    ['of test mode, signed for accounts by live mode', 'live', 'connect', false, 'test', null],
    ['of test mode, signed for the platform by live mode', 'live', 'platform', false, 'test', 'wrong_mode'],
    ['of live mode, signed by test mode', 'test', 'connect', true, 'live', 'wrong_mode'],
    ['of live mode about a test account', 'live', 'connect', true, 'test', 'wrong_mode'],
    ['of test mode about a live account', 'test', 'connect', false, 'live', 'wrong_mode'],
  ])('one %s', async (_, signedBy, scope, livemode, about, quarantine) => {
    const { stripeAccountId: account } = about === 'live' ? live : testing;
    const id = `evt_${randomUUID().replaceAll('-', '')}`;
    expect(await announce({ id, account, livemode }, signedBy, scope)).toBe(200);
    await eventsSettled(server.database);
    const rows = await server.database.asSystem(
      (sql) => sql`select applied_at is not null as applied, quarantine from webhook_events where event_id = ${id}`,
    );
    expect(rows).toEqual([{ applied: quarantine === null, quarantine }]);
  });
});

/** Sends an event that changes an account, signed with a secret of a mode. */
async function announce(
  event: { readonly id: string; readonly account: string; readonly livemode: boolean },
  signedBy: Mode,
  scope: 'connect' | 'platform',
): Promise<number> {
  const [secret = ''] = server.config.stripe.access[signedBy]?.webhookSecrets[scope] ?? [];
  const about = { object: 'event', type: 'account.updated', created: Math.floor(Date.now() / 1000) };
  const payload = JSON.stringify({ ...event, ...about, data: { object: { id: event.account, object: 'account' } } });
  const { statusCode } = await server.app.inject({
    method: 'POST',
    url: `/webhooks/stripe/${scope}`,
    headers: {
      'content-type': 'application/json',
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }),
    },
    payload,
  });
  return statusCode;
}

describe('support', () => {
  test('looks at test accounts beside live ones, and at no live one: that is refused and kept', async () => {
    const staff = await addTestStaff(server, { now: () => new Date() });
    await staff.signIn();
    await expect(lookAt(staff, live.seller.sellerId)).rejects.toMatchObject({ code: 'test_accounts_only' });
    const [line] = await server.database.asSystem(
      (sql) => sql`select action, subject_seller_id as subject, details from audit_lines order by seq desc limit 1`,
    );
    expect(line).toMatchObject({
      action: 'support_view_refused',
      subject: live.seller.sellerId,
      details: { why: 'test_accounts_only' },
    });
    const looking = await lookAt(staff, testing.seller.sellerId);
    server.live.control.clearRequests();
    const { seller, accountSession } = await looking.client(createSupportAccountSession, { body: {} });
    expect(seller.mode).toBe('test');
    expect(accountSession).toMatchObject({ kind: 'support', publishableKey: server.test.publishableKey });
    expect(await looking.client(listCharges, { querystring: {} })).toMatchObject({ charges: expect.any(Array) });
    expect(server.live.control.requests()).toEqual([]);
  });
});

test('a test seller is told when the test keys were taken away, and nothing of theirs goes to live mode', async () => {
  const without = await startTwoModeApp({ withTestKeys: false });
  const { client, email } = await without.signUp();
  await command(without, 'mode', email, 'test');
  without.live.control.clearRequests();
  await expect(client(createAccount, { body: {} })).rejects.toMatchObject({
    code: 'test_mode_off',
    problem: { status: 503 },
  });
  expect(without.live.control.requests()).toEqual([]);
  await without.close();
});
