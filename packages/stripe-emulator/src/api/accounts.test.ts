import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';

let emulator: Emulator;
let stripe: Stripe;

beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  const { hostname, port } = new URL(emulator.url);
  stripe = new Stripe(emulator.secretKey, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.control.clearRequests();
});

const include = ['configuration.merchant', 'requirements', 'defaults', 'identity'] as const;

async function createV2(): Promise<string> {
  const { id } = await stripe.v2.core.accounts.create({
    contact_email: 'ada@example.com',
    display_name: 'Fern & Flour',
    dashboard: 'full',
    identity: { country: 'gb' },
    configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
    defaults: { responsibilities: { fees_collector: 'stripe', losses_collector: 'stripe' } },
  });
  return id;
}

async function createV1(): Promise<string> {
  const { id } = await stripe.accounts.create({
    email: 'ada@example.com',
    country: 'GB',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    controller: {
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    },
  });
  return id;
}

describe.each([
  ['v1', createV1],
  ['v2', createV2],
])('an account made with %s', (_, create) => {
  test('is the same account in both APIs', async () => {
    const id = await create();
    const v1 = await stripe.accounts.retrieve(id);
    const v2 = await stripe.v2.core.accounts.retrieve(id, { include: [...include] });
    expect(v1).toMatchObject({
      type: 'standard',
      country: 'GB',
      default_currency: 'gbp',
      controller: { fees: { payer: 'account' }, losses: { payments: 'stripe' }, stripe_dashboard: { type: 'full' } },
    });
    expect(v2).toMatchObject({
      dashboard: 'full',
      identity: { country: 'gb' },
      defaults: {
        responsibilities: { fees_collector: 'stripe', losses_collector: 'stripe', requirements_collector: 'stripe' },
      },
    });
  });

  test('begins restricted, and works once onboarding is handed in', async () => {
    const id = await create();
    const before = await stripe.accounts.retrieve(id);
    expect(before).toMatchObject({
      charges_enabled: false,
      details_submitted: false,
      capabilities: { card_payments: 'inactive' },
    });
    expect(before.requirements?.currently_due).toContain('external_account');
    emulator.control.completeOnboarding(id);
    const after = await stripe.accounts.retrieve(id);
    expect(after).toMatchObject({
      charges_enabled: true,
      payouts_enabled: true,
      details_submitted: true,
      capabilities: { card_payments: 'active' },
    });
    expect(after.requirements?.currently_due).toEqual([]);
    const v2 = await stripe.v2.core.accounts.retrieve(id, { include: [...include] });
    expect(v2.configuration?.merchant?.capabilities?.card_payments?.status).toBe('active');
    expect(v2.requirements?.entries).toEqual([]);
  });

  test('shows what Stripe did not believe as an error with the requirement', async () => {
    const id = await create();
    emulator.control.completeOnboarding(id, { id_number: '111111111' });
    const { requirements, charges_enabled } = await stripe.accounts.retrieve(id);
    expect(charges_enabled).toBe(false);
    expect(requirements).toMatchObject({
      past_due: ['individual.id_number'],
      disabled_reason: 'requirements.past_due',
    });
    expect(requirements?.errors?.[0]).toMatchObject({
      code: 'verification_failed_id_number_match',
      requirement: 'individual.id_number',
    });
  });

  test.each([
    ['in_review', 'pending', 'requirements.pending_verification'],
    ['restricted', 'inactive', 'requirements.past_due'],
    ['rejected', 'inactive', 'rejected.other'],
    ['more_needed', 'active', null],
  ] as const)('can be %s', async (state, capability, reason) => {
    const id = await create();
    emulator.control.completeOnboarding(id);
    emulator.control.setAccountState(id, state);
    expect(await stripe.accounts.retrieve(id)).toMatchObject({
      capabilities: { card_payments: capability },
      requirements: { disabled_reason: reason },
    });
  });
});

describe('requirements of every kind', () => {
  const everything = {
    include: ['requirements', 'future_requirements'],
  } satisfies Stripe.V2.Core.AccountRetrieveParams;
  const summaryOf = async (id: string) => {
    const { requirements, future_requirements } = await stripe.v2.core.accounts.retrieve(id, everything);
    const entries = (part: typeof requirements) =>
      part?.entries?.map(({ description, minimum_deadline: { status } }) => [description, status]);
    return { present: entries(requirements), future: entries(future_requirements), summary: requirements?.summary };
  };

  test('are the same in both APIs', async () => {
    const id = await createV1();
    const { control } = emulator;
    control.completeOnboarding(id);
    control.openRequirement(id, 'now', { field: 'individual.phone' });
    control.openRequirement(id, 'by_deadline', { field: 'individual.email' });
    control.openRequirement(id, 'eventually', { field: 'individual.id_number' });
    control.openRequirement(id, 'future', { days: 10 });
    const { requirements, future_requirements } = await stripe.accounts.retrieve(id);
    expect(requirements).toMatchObject({
      past_due: ['individual.phone'],
      currently_due: ['individual.phone', 'individual.email'],
      eventually_due: ['individual.phone', 'individual.email', 'individual.id_number'],
    });
    expect(future_requirements).toMatchObject({
      currently_due: ['individual.verification.document'],
      past_due: [],
      disabled_reason: null,
    });
    expect(future_requirements?.current_deadline).toBeGreaterThan(emulator.world.clock.nowUnix() + 9 * 86_400);
    expect(await summaryOf(id)).toMatchObject({
      present: [
        ['individual.phone', 'past_due'],
        ['individual.email', 'currently_due'],
        ['individual.id_number', 'eventually_due'],
      ],
      future: [['individual.verification.document', 'currently_due']],
      summary: { minimum_deadline: { status: 'past_due' } },
    });
  });

  test('that are only due eventually are the strictest there are', async () => {
    const id = await createV2();
    emulator.control.completeOnboarding(id);
    emulator.control.openRequirement(id, 'eventually');
    expect((await summaryOf(id)).summary).toEqual({ minimum_deadline: { status: 'eventually_due' } });
    emulator.control.reachThreshold(id);
    expect((await summaryOf(id)).summary).toMatchObject({ minimum_deadline: { status: 'currently_due' } });
  });
});

const people = async (id: string) => {
  const { data } = await stripe.accounts.listPersons(id);
  const v2 = await stripe.v2.core.accounts.persons.list(id);
  return { v1: data.map(({ id: person }) => person), v2: v2.data.map(({ id: person }) => person) };
};

describe('who stands behind an account', () => {
  test('is one individual', async () => {
    const id = await createV1();
    emulator.control.completeOnboarding(id);
    const account = await stripe.accounts.retrieve(id);
    expect(account.individual).toMatchObject({ first_name: 'Jenny', verification: { status: 'verified' } });
    expect('company' in account).toBe(false);
    expect(await people(id)).toEqual({ v1: [account.individual?.id], v2: [account.individual?.id] });
  });

  test('is a company with people, named in requirements of both APIs', async () => {
    const id = await createV1();
    emulator.control.completeOnboarding(id, { business_type: 'company' });
    emulator.control.openRequirement(id, 'now');
    const account = await stripe.accounts.retrieve(id);
    expect('individual' in account).toBe(false);
    const { v1, v2 } = await people(id);
    expect([v1, v1.length]).toEqual([v2, 1]);
    const [person = ''] = v1;
    expect(account.requirements?.past_due).toEqual([`${person}.verification.document`]);
    const { requirements } = await stripe.v2.core.accounts.retrieve(id, { include: [...include] });
    expect(requirements?.entries).toMatchObject([{ reference: { type: 'person', resource: person } }]);
    const having = async (relationship: Stripe.AccountListPersonsParams.Relationship) =>
      (await stripe.accounts.listPersons(id, { relationship })).data.map((found) => found.id);
    expect(await having({ representative: true })).toEqual([person]);
    expect(await having({ director: true })).toEqual([]);
    expect(await stripe.accounts.retrievePerson(id, person)).toMatchObject({
      relationship: { representative: true, title: 'Director', percent_ownership: 100 },
      requirements: { past_due: ['verification.document'] },
    });
  });

  test('is a company that is shown until Stripe has asked the seller itself', async () => {
    const { id } = await stripe.accounts.create({ business_type: 'company' });
    expect((await stripe.accounts.retrieve(id)).company).toMatchObject({ owners_provided: false });
    emulator.control.completeOnboarding(id);
    const account = await stripe.accounts.retrieve(id);
    expect([account.business_type, 'company' in account, account.charges_enabled]).toEqual(['company', false, true]);
  });
});

describe('an account that Stripe or the platform stops', () => {
  const LIABLE = {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    stripe_dashboard: { type: 'express' },
  } satisfies Stripe.AccountCreateParams.Controller;

  test('is rejected by the platform, which may take that back', async () => {
    const capabilities = { card_payments: { requested: true }, transfers: { requested: true } };
    const { id } = await stripe.accounts.create({ controller: LIABLE, capabilities });
    emulator.control.completeOnboarding(id);
    expect(await stripe.accounts.reject(id, { reason: 'fraud' })).toMatchObject({
      charges_enabled: false,
      payouts_enabled: false,
      capabilities: { card_payments: 'inactive', transfers: 'inactive' },
      requirements: { disabled_reason: 'rejected.platform_fraud' },
    });
    expect(await stripe.accounts.unreject(id)).toMatchObject({
      charges_enabled: true,
      requirements: { disabled_reason: null },
    });
  });

  test('was rejected by Stripe, which the platform cannot take back', async () => {
    const id = await createV1();
    emulator.control.setAccountState(id, 'rejected');
    await expect(stripe.accounts.unreject(id)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('is paid by customers while its payouts are held back', async () => {
    const id = await createV2();
    emulator.control.completeOnboarding(id);
    emulator.control.setAccountState(id, 'payouts_paused');
    expect(await stripe.accounts.retrieve(id)).toMatchObject({ charges_enabled: true, payouts_enabled: false });
    const { configuration } = await stripe.v2.core.accounts.retrieve(id, { include: [...include] });
    expect(configuration?.merchant?.capabilities).toMatchObject({
      card_payments: { status: 'active' },
      stripe_balance: { payouts: { status: 'restricted', status_details: [{ resolution: 'contact_stripe' }] } },
    });
    emulator.control.setAccountState(id, 'ready');
    expect(await stripe.accounts.retrieve(id)).toMatchObject({ payouts_enabled: true });
  });
});

test('an account of nobody and one that left are refused in the same words', async () => {
  const id = await createV2();
  emulator.control.deauthorize(id);
  const refusals = await Promise.all(
    [id, 'acct_1nobody'].map((stripeAccount) =>
      stripe.balance.retrieve({}, { stripeAccount }).then(
        () => 'allowed',
        (error: unknown) => error,
      ),
    ),
  );
  for (const refusal of refusals) expect(refusal).toMatchObject({ statusCode: 403, code: 'account_invalid' });
});

test('a publishable key cannot call the API, and a wrong one is not echoed', async () => {
  const { hostname, port } = new URL(emulator.url);
  const options = { host: hostname, port, protocol: 'http', maxNetworkRetries: 0 } as const;
  await expect(new Stripe(emulator.publishableKey, options).accounts.retrieve('acct_x')).rejects.toMatchObject({
    statusCode: 401,
    code: 'secret_key_required',
  });
  const wrong = 'sk_test_not_the_key_of_this_platform';
  await expect(new Stripe(wrong, options).accounts.retrieve('acct_x')).rejects.toThrow(
    /Invalid API Key provided: sk_test_\*+form/u,
  );
});

test('impossible controllers are refused', async () => {
  await expect(
    stripe.accounts.create({
      controller: {
        losses: { payments: 'application' },
        fees: { payer: 'account' },
        stripe_dashboard: { type: 'none' },
      },
    }),
  ).rejects.toMatchObject({ statusCode: 400, param: 'controller[fees][payer]' });
});

test('a session grants what was asked, defaults included, and each has its own secret', async () => {
  const account = await createV2();
  const params: Stripe.AccountSessionCreateParams = {
    account,
    components: { payments: { enabled: true, features: { refund_management: false } }, payouts: { enabled: true } },
  };
  const [one, other] = await Promise.all([
    stripe.accountSessions.create(params),
    stripe.accountSessions.create(params),
  ]);
  expect(one.components.payments).toEqual({
    enabled: true,
    features: {
      refund_management: false,
      dispute_management: true,
      capture_payments: true,
      destination_on_behalf_of_charge_management: false,
      smart_disputes_management: true,
    },
  });
  expect(one.components.payouts.features).toMatchObject({ standard_payouts: true, edit_payout_schedule: true });
  expect(one.client_secret).toMatch(/^accs_secret__/u);
  expect(one.client_secret).not.toBe(other.client_secret);
});

const createOnce = (email: string) => stripe.accounts.create({ email }, { idempotencyKey: 'one-key' });

test('a repeated request is answered once, and the same key with other parameters is refused', async () => {
  const first = await createOnce('ada@example.com');
  const second = await createOnce('ada@example.com');
  expect(second.id).toBe(first.id);
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  await expect(createOnce('eve@example.com')).rejects.toMatchObject({
    type: 'StripeIdempotencyError',
    statusCode: 400,
  });
});

test('an answer that was lost is given again to the same key', async () => {
  emulator.control.fault({ kind: 'lost_answer', path: '/v1/accounts', times: 1 });
  const create = () =>
    stripe.accounts.create({ email: 'lost@example.com' }, { idempotencyKey: 'lost-key', maxNetworkRetries: 0 });
  await create().catch(() => undefined);
  const { id } = await create();
  const { data } = await stripe.accounts.list({ limit: 100 });
  expect(data.filter(({ email }) => email === 'lost@example.com').map((account) => account.id)).toEqual([id]);
});

test('every request is recorded with the account it was made for', async () => {
  const account = await createV2();
  emulator.control.clearRequests();
  await stripe.balance.retrieve({}, { stripeAccount: account });
  expect(emulator.control.requests().at(-1)).toMatchObject({
    method: 'GET',
    path: '/v1/balance',
    account,
    status: 200,
  });
});

test.each([
  ['standard', { dashboard: 'full', fees: 'account', losses: 'stripe', requirements: 'stripe' }],
  ['express', { dashboard: 'express', fees: 'application_express', losses: 'application', requirements: 'stripe' }],
  ['custom', { dashboard: 'none', fees: 'application_custom', losses: 'application', requirements: 'application' }],
] as const)('an account of the older type %s has the roles of that type', async (type, roles) => {
  const { id } = await stripe.accounts.create({ type, country: 'US' });
  const account = await stripe.accounts.retrieve(id);
  expect(account.type).toBe(type);
  expect(account.controller).toMatchObject({
    stripe_dashboard: { type: roles.dashboard },
    fees: { payer: roles.fees },
    losses: { payments: roles.losses },
    requirement_collection: roles.requirements,
  });
  const { dashboard, defaults } = await stripe.v2.core.accounts.retrieve(id, { include: ['defaults'] });
  expect([dashboard, defaults?.responsibilities?.fees_collector]).toEqual([
    roles.dashboard,
    roles.fees === 'account' ? 'stripe' : roles.fees,
  ]);
});
