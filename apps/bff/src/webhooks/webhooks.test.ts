import { randomUUID } from 'node:crypto';
import { type Account, type Charge, createCharge, getCharge, getSeller } from '@sellerdesk/contract';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chargeBody } from '../charges/test/charge-body.ts';
import { openOwnerPool } from '../database/index.ts';
import { eventsSettled } from '../test/events-settled.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import type { Scope } from './received-event.ts';
import { patiently } from '../test/patiently.ts';

let server: TestApp;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
  await server.emulator.control.deliveriesSettled();
});

afterAll(() => server.close());

const nowUnix = (): number => Math.floor(Date.now() / 1000);

/** Events we make ourselves, signed as Stripe signs. */
function eventFor(changes: object = {}): { id: string; [field: string]: unknown } {
  const about = { id: 'obj_1', object: 'account' };
  return {
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type: 'account.updated',
    account: seller.stripeAccountId,
    livemode: false,
    created: nowUnix(),
    data: { object: about },
    ...changes,
  };
}

interface Sending {
  readonly scope?: Scope;
  readonly secret?: string;
  readonly timestamp?: number;
  readonly header?: string;
}

async function send(
  event: object,
  { scope = 'connect', timestamp = nowUnix(), ...own }: Sending = {},
): Promise<number> {
  const payload = JSON.stringify(event);
  const secret = own.secret ?? server.config.stripe.access.test?.webhookSecrets[scope][0] ?? '';
  const header = own.header ?? Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const { statusCode } = await server.app.inject({
    method: 'POST',
    url: `/webhooks/stripe/${scope}`,
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': header },
    payload,
  });
  return statusCode;
}

interface StoredRow {
  readonly applied: boolean;
  readonly quarantine: string | null;
}

async function storedRows(id: string): Promise<StoredRow[]> {
  return server.database.asSystem(
    (sql) => sql<StoredRow>`
    select applied_at is not null as applied, quarantine from webhook_events where event_id = ${id}`,
  );
}

const becomesRow = (id: string, row: StoredRow): Promise<void> =>
  vi.waitFor(async () => expect(await storedRows(id)).toEqual([row]), patiently);

const applied = { applied: true, quarantine: null } as const;

describe('what is not Stripe’s', () => {
  test.each([
    ['with a wrong secret', { secret: 'whsec_somebodyelses' }],
    ['that is stale', { timestamp: nowUnix() - 301 }],
    ['from the future', { timestamp: nowUnix() + 330 }],
    ['without a signature', { header: '' }],
    ['signed by rubbish', { header: `t=${nowUnix()},v1=${'0'.repeat(64)}` }],
  ] as const)('an event %s is refused and leaves no trace', async (_, sending) => {
    const event = eventFor();
    expect(await send(event, sending)).toBe(400);
    expect(await storedRows(event.id)).toEqual([]);
  });

  test('an event of one scope is refused at the other’s address', async () => {
    const event = eventFor();
    const [secret = ''] = server.config.stripe.access.test?.webhookSecrets.connect ?? [];
    expect(await send(event, { scope: 'platform', secret })).toBe(400);
    expect(await storedRows(event.id)).toEqual([]);
  });

  test('what is signed and no event is refused', async () => {
    expect(await send({ hello: 'world' })).toBe(400);
  });

  test('a body of more than a mebibyte is refused before it is read', async () => {
    expect(await send(eventFor({ padding: 'x'.repeat(1024 * 1024) }))).toBe(413);
  });
});

describe('what is Stripe’s', () => {
  test('is stored before it is answered, and applied', async () => {
    const event = eventFor();
    expect(await send(event)).toBe(200);
    expect(await storedRows(event.id)).toHaveLength(1);
    await becomesRow(event.id, applied);
  });

  test('is not answered with success unless it is stored, so that Stripe sends it again', async () => {
    const owner = openOwnerPool(server.database.url, 1);
    await owner.pool.query('alter table webhook_events rename to webhook_events_away');
    const event = eventFor();
    expect(await send(event)).toBe(500);
    await owner.pool.query('alter table webhook_events_away rename to webhook_events');
    await owner.close();
    expect(await send(event)).toBe(200);
    await becomesRow(event.id, applied);
  });

  test('is stored and applied once, however often it is sent', async () => {
    const event = eventFor();
    const statuses = await Promise.all(Array.from({ length: 10 }, () => send(event)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await server.emulator.control.deliveriesSettled();
    await eventsSettled(server.database);
    expect(await storedRows(event.id)).toEqual([applied]);
    server.emulator.control.clearRequests();
    expect(await send(event)).toBe(200);
    await eventsSettled(server.database);
    expect(server.emulator.control.requests()).toEqual([]);
  });

  test('and of a kind we do not know is kept', async () => {
    const event = eventFor({ type: 'something.new', data: { object: { id: 'new_1', object: 'new' } } });
    expect(await send(event)).toBe(200);
    await becomesRow(event.id, applied);
  });

  test.each([
    ['v2.core.account_link.returned', null],
    ['v2.core.account_person.updated', { id: 'person_1', type: 'v2.core.account_person', url: '/v2/core/accounts/1' }],
  ])('and %s, of no account we would read, is kept like any other', async (type, related) => {
    const id = `evt_${randomUUID().replaceAll('-', '')}`;
    const created = new Date().toISOString();
    const event = { id, object: 'v2.core.event', type, livemode: false, created, related_object: related };
    expect(await send(event, { scope: 'platform' })).toBe(200);
    await becomesRow(id, applied);
  });

  test.each([
    ['of an account nobody here has', { account: 'acct_1Nobody' }, 'unknown_account'],
    ['of the other mode', { livemode: true }, 'wrong_mode'],
    ['of no account at the address for accounts', { account: null }, 'wrong_scope'],
  ])('and %s is put into quarantine', async (_, changes, quarantine) => {
    const event = eventFor(changes);
    expect(await send(event)).toBe(200);
    await becomesRow(event.id, { applied: false, quarantine });
  });

  test('and of an account at the platform’s own address is put into quarantine', async () => {
    const event = eventFor();
    expect(await send(event, { scope: 'platform' })).toBe(200);
    await becomesRow(event.id, { applied: false, quarantine: 'wrong_scope' });
  });

  test('is believed in nothing it says: a forged payment with a stolen secret pays nothing', async () => {
    const charge = await newCharge();
    const object = {
      id: 'cs_1',
      object: 'checkout.session',
      payment_status: 'paid',
      metadata: { charge_id: charge.chargeId },
    };
    const event = eventFor({ type: 'checkout.session.completed', data: { object } });
    expect(await send(event)).toBe(200);
    await becomesRow(event.id, applied);
    expect((await read(charge)).state).toBe('waiting');
  });

  test('does not touch a charge of another account', async () => {
    const other = await signUpReady(server);
    const charge = await newCharge();
    server.emulator.control.clearRequests();
    const object = { id: 'cs_1', object: 'checkout.session', metadata: { charge_id: charge.chargeId } };
    const event = eventFor({ type: 'checkout.session.completed', account: other.stripeAccountId, data: { object } });
    expect(await send(event)).toBe(200);
    await becomesRow(event.id, applied);
    const asked = server.emulator.control.requests().filter(({ path }) => path.startsWith('/v1/checkout'));
    expect(asked).toEqual([]);
  });

  test('is applied later when Stripe cannot be read now', async () => {
    await eventsSettled(server.database);
    server.emulator.control.clearRequests();
    server.emulator.control.fault({ path: /^\/v2\/core\/accounts\//u, kind: 'status', status: 503 });
    const event = eventFor();
    expect(await send(event)).toBe(200);
    await vi.waitFor(() => expect(server.emulator.control.requests()).not.toEqual([]), patiently);
    expect(await storedRows(event.id)).toEqual([{ applied: false, quarantine: null }]);
    server.emulator.control.clearFaults();
    await becomesRow(event.id, applied);
  });
});

describe('accounts and charges follow', () => {
  test.each([1, 2, 3])('whatever the order and however often Stripe sends (run %i)', async () => {
    const { control } = server.emulator;
    const charges = await Promise.all([newCharge(), newCharge(), newCharge()]);
    control.pauseWebhooks();
    control.duplicateWebhooks(2);
    control.shuffleWebhooks(true);
    const [paid, expired] = charges;
    control.payCheckoutSession(await sessionId(paid), { number: '4000000000000002' });
    control.payCheckoutSession(await sessionId(paid));
    await stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.expire(await sessionId(expired));
    control.setAccountState(seller.stripeAccountId, 'restricted');
    control.setAccountState(seller.stripeAccountId, 'in_review');
    control.setAccountState(seller.stripeAccountId, 'ready');
    control.resumeWebhooks();
    await control.deliveriesSettled();
    await eventsSettled(server.database);
    control.duplicateWebhooks(1);
    control.shuffleWebhooks(false);
    expect(await Promise.all(charges.map(async (charge) => (await read(charge)).state))).toEqual([
      'paid',
      'expired',
      'waiting',
    ]);
    expect((await accountOf(seller))?.state).toBe('ready');
  });

  test('a thin event makes the account be read again', async () => {
    server.emulator.control.pauseWebhooks();
    server.emulator.control.setAccountState(seller.stripeAccountId, 'in_review');
    const thin = {
      id: `evt_${randomUUID().replaceAll('-', '')}`,
      object: 'v2.core.event',
      type: 'v2.core.account[requirements].updated',
      livemode: false,
      created: new Date().toISOString(),
      related_object: {
        id: seller.stripeAccountId,
        type: 'v2.core.account',
        url: `/v2/core/accounts/${seller.stripeAccountId}`,
      },
    };
    expect(await send(thin, { scope: 'platform' })).toBe(200);
    await becomesRow(thin.id, applied);
    expect((await accountOf(seller))?.state).toBe('in_review');
    server.emulator.control.setAccountState(seller.stripeAccountId, 'ready');
    server.emulator.control.resumeWebhooks();
    await vi.waitFor(async () => expect((await accountOf(seller))?.state).toBe('ready'), patiently);
  });

  test('no customer’s details are kept', async () => {
    const charge = await newCharge();
    server.emulator.control.payCheckoutSession(await sessionId(charge), { email: 'private@example.com' });
    await vi.waitFor(async () => expect((await read(charge)).state).toBe('paid'), patiently);
    const rows = await server.database.asSystem((sql) => sql`select * from webhook_events`);
    expect(JSON.stringify(rows)).not.toContain('private@example.com');
    expect(server.log.join('')).not.toContain('private@example.com');
  });
});

async function newCharge(): Promise<Charge> {
  return seller.client(createCharge, { body: chargeBody() });
}

async function read({ chargeId }: Charge): Promise<Charge> {
  return seller.client(getCharge, { params: { chargeId } });
}

async function accountOf({ client }: ReadySeller): Promise<Account | null> {
  return (await client(getSeller, {})).account;
}

async function sessionId(charge: Charge | undefined): Promise<string> {
  const rows = await server.database.asSystem(
    (sql) => sql<{ checkout_session_id: string }>`
    select checkout_session_id from charges where charge_id = ${charge?.chargeId ?? ''}`,
  );
  return rows[0]?.checkout_session_id ?? '';
}
