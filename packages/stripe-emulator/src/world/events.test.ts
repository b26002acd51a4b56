import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import type { Event } from './state.ts';

const DAY_MS = 86_400_000;

let local: TestStripe;
beforeEach(async () => {
  local = await startTestStripe();
});
afterEach(() => local.emulator.close());

/** Where a change happens: an account that takes payments, whose persons and banks the platform may change. */
interface Stage {
  readonly stripe: Stripe;
  readonly emulator: TestStripe['emulator'];
  readonly control: TestStripe['emulator']['control'];
  readonly id: string;
  readonly seller: { readonly stripeAccount: string };
}

/** Which events a change emits, oldest first, by where they are told. */
interface Told {
  /** Snapshot events of the connected account. */
  readonly account?: readonly Stripe.Event.Type[];
  /** Snapshot events of the platform itself. */
  readonly platform?: readonly Stripe.Event.Type[];
  readonly thin?: readonly Stripe.V2.Core.Event['type'][];
}

/** Prepares, and returns what is then done. */
type Change = (stage: Stage) => Promise<() => unknown>;
type Row = readonly [change: string, Change, Told];

const UPDATED = 'v2.core.account.updated';
const REQUIREMENTS = 'v2.core.account[requirements].updated';
const FUTURE_REQUIREMENTS = 'v2.core.account[future_requirements].updated';
const IDENTITY = 'v2.core.account[identity].updated';
const MERCHANT = 'v2.core.account[configuration.merchant].updated';
const RECIPIENT = 'v2.core.account[configuration.recipient].updated';
const MERCHANT_STATUS = 'v2.core.account[configuration.merchant].capability_status_updated';
const RECIPIENT_STATUS = 'v2.core.account[configuration.recipient].capability_status_updated';
const BOTH_CAPABILITIES = ['capability.updated', 'capability.updated'] as const;

const accountRows: readonly Row[] = [
  [
    'an account is created',
    async ({ stripe }) =>
      () =>
        stripe.accounts.create({}),
    { thin: ['v2.core.account.created'] },
  ],
  [
    'words of an account are changed',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.update(id, { metadata: { shelf: '4' } }),
    { account: ['account.updated'], thin: [UPDATED] },
  ],
  [
    'onboarding is handed in',
    async ({ stripe, control }) => {
      const { id } = await stripe.accounts.create({});
      return () => {
        control.completeOnboarding(id);
      };
    },
    {
      account: [
        'person.created',
        'account.updated',
        ...BOTH_CAPABILITIES,
        'account.updated',
        'account.external_account.created',
      ],
      thin: [
        'v2.core.account_person.created',
        UPDATED,
        IDENTITY,
        REQUIREMENTS,
        MERCHANT_STATUS,
        RECIPIENT_STATUS,
        UPDATED,
        MERCHANT_STATUS,
      ],
    },
  ],
  [
    'Stripe wants to know more',
    async ({ control, id }) =>
      () => {
        control.setAccountState(id, 'more_needed');
      },
    {
      account: ['person.updated', 'account.updated', ...BOTH_CAPABILITIES],
      thin: ['v2.core.account_person.updated', UPDATED, REQUIREMENTS],
    },
  ],
  [
    'Stripe will want to know more',
    async ({ control, id }) =>
      () => {
        control.openRequirement(id, 'future', { field: 'business_profile.url' });
      },
    { account: ['account.updated', ...BOTH_CAPABILITIES], thin: [UPDATED, FUTURE_REQUIREMENTS] },
  ],
  [
    'what was wanted in future is wanted now',
    async ({ control, id }) => {
      control.openRequirement(id, 'future', { field: 'business_profile.url', days: 1 });
      return () => {
        control.advanceClock(DAY_MS);
      };
    },
    { account: ['account.updated', ...BOTH_CAPABILITIES], thin: [UPDATED, REQUIREMENTS, FUTURE_REQUIREMENTS] },
  ],
  [
    'the time to answer passes',
    async ({ control, id }) => {
      control.setAccountState(id, 'more_needed');
      return () => {
        control.advanceClock(15 * DAY_MS);
      };
    },
    {
      account: ['person.updated', 'account.updated', ...BOTH_CAPABILITIES],
      thin: [
        'v2.core.account_person.updated',
        UPDATED,
        REQUIREMENTS,
        MERCHANT_STATUS,
        MERCHANT_STATUS,
        RECIPIENT_STATUS,
      ],
    },
  ],
  [
    'a capability is no longer asked for',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.updateCapability(id, 'transfers', { requested: false }),
    {
      account: ['account.updated', 'capability.updated'],
      thin: [UPDATED, RECIPIENT, RECIPIENT_STATUS],
    },
  ],
  [
    'card payments are asked for',
    async ({ stripe, id }) => {
      await stripe.accounts.updateCapability(id, 'card_payments', { requested: false });
      return () => stripe.accounts.updateCapability(id, 'card_payments', { requested: true });
    },
    { account: ['account.updated', 'capability.updated'], thin: [UPDATED, MERCHANT, MERCHANT_STATUS] },
  ],
  [
    'a bank account is added',
    async ({ stripe, id }) => {
      const { id: token } = await stripe.tokens.create({ bank_account: BANK });
      return () => stripe.accounts.createExternalAccount(id, { external_account: token });
    },
    { account: ['account.updated', 'account.external_account.created'], thin: [UPDATED] },
  ],
  [
    'another bank account is the default',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.createExternalAccount(id, {
          external_account: { object: 'bank_account', ...BANK },
          default_for_currency: true,
        }),
    {
      account: ['account.updated', 'account.external_account.updated', 'account.external_account.created'],
      thin: [UPDATED],
    },
  ],
  [
    'a bank account takes the place of another',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.update(id, { external_account: { object: 'bank_account', ...BANK } }),
    {
      account: ['account.updated', 'account.external_account.deleted', 'account.external_account.created'],
      thin: [UPDATED],
    },
  ],
  [
    'a debit card is added',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.createExternalAccount(id, { external_account: 'tok_visa_debit' }),
    { account: ['account.updated', 'account.external_account.created'], thin: [UPDATED] },
  ],
  [
    'a debit card is removed',
    async ({ stripe, id }) => {
      const { id: card } = await stripe.accounts.createExternalAccount(id, { external_account: 'tok_visa_debit' });
      return () => stripe.accounts.deleteExternalAccount(id, card);
    },
    { account: ['account.updated', 'account.external_account.deleted'], thin: [UPDATED] },
  ],
  [
    'tax settings are changed',
    async ({ stripe, seller }) =>
      () =>
        stripe.tax.settings.update({ defaults: { tax_behavior: 'exclusive' } }, seller),
    { account: ['tax.settings.updated'] },
  ],
  [
    'a bank account is changed',
    async ({ stripe, id }) => {
      const { data } = await stripe.accounts.listExternalAccounts(id);
      return () => stripe.accounts.updateExternalAccount(id, data[0]?.id ?? '', { metadata: { shelf: '4' } });
    },
    { account: ['account.updated', 'account.external_account.updated'], thin: [UPDATED] },
  ],
  [
    'a bank account is removed',
    async ({ stripe, id }) => {
      const external_account = { object: 'bank_account' as const, ...BANK, country: 'DE', currency: 'eur' };
      const { id: bank } = await stripe.accounts.createExternalAccount(id, { external_account });
      return () => stripe.accounts.deleteExternalAccount(id, bank);
    },
    { account: ['account.updated', 'account.external_account.deleted'], thin: [UPDATED] },
  ],
  [
    'a person is added',
    async ({ stripe, id }) =>
      () =>
        stripe.accounts.createPerson(id, { first_name: 'Ann' }),
    { account: ['person.created'], thin: ['v2.core.account_person.created'] },
  ],
  [
    'a person is changed',
    async ({ stripe, id }) => {
      const { id: person } = await stripe.accounts.createPerson(id, { first_name: 'Ann' });
      return () => stripe.accounts.updatePerson(id, person, { first_name: 'Anna' });
    },
    { account: ['person.updated'], thin: ['v2.core.account_person.updated'] },
  ],
  [
    'a person is removed',
    async ({ stripe, id }) => {
      const { id: person } = await stripe.accounts.createPerson(id, { first_name: 'Ann' });
      return () => stripe.accounts.deletePerson(id, person);
    },
    { account: ['person.deleted'], thin: ['v2.core.account_person.deleted'] },
  ],
  [
    'a company is onboarded',
    async ({ stripe, control }) => {
      const { id } = await stripe.accounts.create({ business_type: 'company' });
      return () => {
        control.completeOnboarding(id, OTHER_OWNER);
      };
    },
    {
      account: [
        'person.created',
        'person.created',
        'account.updated',
        ...BOTH_CAPABILITIES,
        'account.updated',
        'account.external_account.created',
      ],
      thin: [
        'v2.core.account_person.created',
        'v2.core.account_person.created',
        UPDATED,
        IDENTITY,
        REQUIREMENTS,
        MERCHANT_STATUS,
        RECIPIENT_STATUS,
        UPDATED,
        MERCHANT_STATUS,
      ],
    },
  ],
  [
    'a document of somebody is handed in',
    async ({ control, id }) => {
      control.openRequirement(id, 'by_deadline');
      return () => {
        control.completeOnboarding(id, { document: 'file_identity_document_success' });
      };
    },
    {
      account: ['person.updated', 'account.updated', ...BOTH_CAPABILITIES],
      thin: ['v2.core.account_person.updated', UPDATED, IDENTITY, REQUIREMENTS],
    },
  ],
  [
    'the seller comes back from onboarding',
    async ({ stripe }) => {
      const { id: account } = await stripe.accounts.create({});
      const { url } = await stripe.accountLinks.create({
        account,
        type: 'account_onboarding',
        refresh_url: 'https://example.com/refresh',
        return_url: 'https://example.com/return',
      });
      const { headers } = await fetch(url, { redirect: 'manual' });
      const flow = new URL(headers.get('location') ?? '', url);
      const body = new URLSearchParams({ action: 'save' });
      return () => fetch(`${flow.href}/review`, { method: 'POST', body, redirect: 'manual' });
    },
    { thin: ['v2.core.account_link.returned'] },
  ],
  [
    'Stripe looks at an account',
    async ({ control, id }) =>
      () => {
        control.setAccountState(id, 'in_review');
      },
    {
      account: ['person.updated', 'account.updated', ...BOTH_CAPABILITIES],
      thin: [
        'v2.core.account_person.updated',
        UPDATED,
        REQUIREMENTS,
        MERCHANT_STATUS,
        MERCHANT_STATUS,
        RECIPIENT_STATUS,
      ],
    },
  ],
  [
    'Stripe holds payouts back',
    async ({ control, id }) =>
      () => {
        control.setAccountState(id, 'payouts_paused');
      },
    { account: ['account.updated'], thin: [UPDATED, MERCHANT_STATUS] },
  ],
  [
    'an account is rejected',
    async ({ stripe, emulator, id }) => {
      emulator.world.store.update('account', id, { lossesPayer: 'application' });
      return () => stripe.accounts.reject(id, { reason: 'other' });
    },
    {
      account: ['account.updated', ...BOTH_CAPABILITIES],
      thin: [UPDATED, REQUIREMENTS, MERCHANT_STATUS, MERCHANT_STATUS, RECIPIENT_STATUS],
    },
  ],
  [
    'the platform loses its access',
    async ({ control, id }) =>
      () => {
        control.deauthorize(id);
        control.deauthorize(id);
      },
    { account: ['account.application.deauthorized'] },
  ],
  [
    'the platform has access again',
    async ({ control, id }) => {
      control.deauthorize(id);
      return () => {
        control.authorize(id);
      };
    },
    { account: ['account.application.authorized'] },
  ],
  [
    'an account is closed',
    async ({ stripe, id }) =>
      () =>
        stripe.v2.core.accounts.close(id),
    { thin: ['v2.core.account.closed'] },
  ],
  [
    'payouts are made by hand from now on',
    async (stage) => () => payOutByHand(stage),
    { account: ['balance_settings.updated'] },
  ],
];

function payOutByHand({ stripe, seller }: Stage): Promise<unknown> {
  return stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, seller);
}

/** Somebody else who owns a part of a company that counts. */
const OTHER_OWNER = {
  further_owners: '1',
  owner1_first_name: 'Ada',
  owner1_last_name: 'Rosen',
  owner1_email: 'ada@example.com',
  owner1_dob: '1980-02-03',
  owner1_percent: '25',
};

const BANK = {
  country: 'US',
  currency: 'usd',
  account_number: '000123456789',
  routing_number: '110000000',
  account_holder_name: 'Jenny Rosen',
};

/** Pays an account as a direct charge; what a bank refuses is no mistake here. */
async function pay(
  { stripe, seller }: Stage,
  card = 'visa',
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  const made = await stripe.paymentIntents.create(
    {
      amount: 5000,
      currency: 'usd',
      payment_method: `pm_card_${card}`,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      ...more,
    },
    seller,
  );
  return stripe.paymentIntents.confirm(made.id, {}, seller).catch(() => made);
}

async function disputed(stage: Stage, card: string): Promise<string> {
  const { id } = await pay(stage, card);
  const { data } = await stage.stripe.disputes.list({ payment_intent: id }, stage.seller);
  return data[0]?.id ?? '';
}

const PAID = [
  'payment_intent.created',
  'charge.succeeded',
  'charge.updated',
  'payment_intent.succeeded',
] as const satisfies Stripe.Event.Type[];

const paymentRows: readonly Row[] = [
  ['a payment is made', async (stage) => () => pay(stage), { account: PAID }],
  [
    'a payment is made with a fee',
    async (stage) => () => pay(stage, 'visa', { application_fee_amount: 100 }),
    { account: PAID, platform: ['application_fee.created'] },
  ],
  [
    'a payment is refused',
    async (stage) => () => pay(stage, 'visa_chargeDeclined'),
    { account: ['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed'] },
  ],
  [
    'a bank asks the customer',
    async (stage) => () => pay(stage, 'authenticationRequired'),
    { account: ['payment_intent.created', 'payment_intent.requires_action'] },
  ],
  [
    'a payment waits for the bank',
    async (stage) => () => pay(stage, 'confirmsLater'),
    { account: ['payment_intent.created', 'charge.pending', 'payment_intent.processing'] },
  ],
  [
    'a payment waits to be captured',
    async (stage) => () => pay(stage, 'visa', { capture_method: 'manual' }),
    { account: ['payment_intent.created', 'charge.succeeded', 'payment_intent.amount_capturable_updated'] },
  ],
  [
    'a payment is captured',
    async (stage) => {
      const { id } = await pay(stage, 'visa', { capture_method: 'manual' });
      return () => stage.stripe.paymentIntents.capture(id, {}, stage.seller);
    },
    { account: ['charge.captured', 'payment_intent.succeeded'] },
  ],
  [
    'a payment that waits to be captured is canceled',
    async (stage) => {
      const { id } = await pay(stage, 'visa', { capture_method: 'manual' });
      return () => stage.stripe.paymentIntents.cancel(id, {}, stage.seller);
    },
    { account: ['charge.refunded', 'payment_intent.canceled'] },
  ],
  [
    'a payment was not captured in time',
    async (stage) => {
      await pay(stage, 'visa', { capture_method: 'manual' });
      return () => {
        stage.control.advanceClock(8 * DAY_MS);
      };
    },
    { account: ['charge.expired', 'payment_intent.canceled'] },
  ],
  [
    'a payment is refunded',
    async (stage) => {
      const { id: payment_intent } = await pay(stage);
      return () => stage.stripe.refunds.create({ payment_intent }, stage.seller);
    },
    { account: ['refund.created', 'charge.refunded'] },
  ],
  [
    'a payment is refunded with its fee',
    async (stage) => {
      const { id: payment_intent } = await pay(stage, 'visa', { application_fee_amount: 100 });
      return () => stage.stripe.refunds.create({ payment_intent, refund_application_fee: true }, stage.seller);
    },
    { account: ['refund.created', 'charge.refunded'], platform: ['application_fee.refunded'] },
  ],
  [
    'a refund fails',
    async (stage) => {
      const { id: payment_intent } = await pay(stage, 'refundFail');
      await stage.stripe.refunds.create({ payment_intent }, stage.seller);
      return () => {
        stage.control.advanceClock(61_000);
      };
    },
    { account: ['refund.failed', 'charge.updated'] },
  ],
  [
    'a payment is disputed',
    async (stage) => () => pay(stage, 'createDispute'),
    { account: [...PAID, 'charge.dispute.created', 'charge.dispute.funds_withdrawn'] },
  ],
  [
    'a dispute is won',
    async (stage) => {
      const dispute = await disputed(stage, 'createDispute');
      const evidence = { uncategorized_text: 'winning_evidence' };
      return () => stage.stripe.disputes.update(dispute, { evidence }, stage.seller);
    },
    { account: ['charge.dispute.updated', 'charge.dispute.closed', 'charge.dispute.funds_reinstated'] },
  ],
  [
    'a dispute is accepted',
    async (stage) => {
      const dispute = await disputed(stage, 'createDispute');
      return () => stage.stripe.disputes.close(dispute, {}, stage.seller);
    },
    { account: ['charge.dispute.closed'] },
  ],
  [
    'a bank warns of fraud',
    async (stage) => () => pay(stage, 'createIssuerFraudRecord'),
    { account: [...PAID, 'radar.early_fraud_warning.created'] },
  ],
  [
    'a fee is given back',
    async (stage) => {
      await pay(stage, 'visa', { application_fee_amount: 100 });
      const { data } = await stage.stripe.applicationFees.list({ limit: 1 });
      return () => stage.stripe.applicationFees.createRefund(data[0]?.id ?? '', { amount: 10 });
    },
    { platform: ['application_fee.refunded'] },
  ],
  [
    'a payment of the platform is sent on',
    async ({ stripe, id }) =>
      () =>
        stripe.paymentIntents.create({
          amount: 5000,
          currency: 'usd',
          payment_method: 'pm_card_visa',
          confirm: true,
          automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
          transfer_data: { destination: id, amount: 4000 },
        }),
    {
      platform: [
        'payment_intent.created',
        'charge.succeeded',
        'transfer.created',
        'charge.updated',
        'payment_intent.succeeded',
      ],
    },
  ],
  [
    'money becomes available',
    async (stage) => {
      await payOutByHand(stage);
      await pay(stage);
      return () => {
        stage.control.advanceClock(5 * DAY_MS);
      };
    },
    { account: ['balance.available'] },
  ],
  [
    'money is paid out by itself',
    async (stage) => {
      await pay(stage);
      return () => {
        stage.control.advanceClock(9 * DAY_MS);
      };
    },
    { account: ['balance.available', 'payout.created', 'payout.paid', 'payout.reconciliation_completed'] },
  ],
  [
    'money is paid out by hand',
    async (stage) => {
      await payOutByHand(stage);
      await pay(stage, 'bypassPending');
      return async () => {
        await stage.stripe.payouts.create({ amount: 1000, currency: 'usd' }, stage.seller);
        stage.control.advanceClock(DAY_MS);
      };
    },
    { account: ['payout.created', 'balance.available', 'payout.updated'] },
  ],
  [
    'a payout is canceled',
    async (stage) => {
      await pay(stage, 'bypassPending');
      const { id } = await stage.stripe.payouts.create({ amount: 1000, currency: 'usd' }, stage.seller);
      return () => stage.stripe.payouts.cancel(id, {}, stage.seller);
    },
    { account: ['payout.canceled'] },
  ],
  [
    'a payout is reversed',
    async (stage) => {
      await payOutByHand(stage);
      await pay(stage, 'bypassPending');
      const { id } = await stage.stripe.payouts.create({ amount: 1000, currency: 'usd' }, stage.seller);
      stage.control.advanceClock(5 * DAY_MS);
      return async () => {
        await stage.stripe.payouts.reverse(id, {}, stage.seller);
        stage.control.advanceClock(7 * DAY_MS);
      };
    },
    { account: ['payout.updated', 'payout.created', 'payout.updated', 'payout.paid', 'balance.available'] },
  ],
  [
    'a payout fails',
    async (stage) => {
      await payOutByHand(stage);
      await pay(stage, 'bypassPending');
      stage.control.failNextPayout(stage.id);
      await stage.stripe.payouts.create({ amount: 4500, currency: 'usd' }, stage.seller);
      return () => {
        stage.control.advanceClock(5 * DAY_MS);
      };
    },
    {
      account: [
        'balance.available',
        'payout.updated',
        'payout.failed',
        'account.updated',
        'account.external_account.updated',
      ],
      thin: [UPDATED, MERCHANT_STATUS],
    },
  ],
];

const thingRows: readonly Row[] = [
  [
    'a customer is kept',
    async ({ stripe, seller }) =>
      () =>
        stripe.customers.create({ name: 'Ada' }, seller),
    { account: ['customer.created'] },
  ],
  [
    'a customer is changed',
    async ({ stripe, seller }) => {
      const { id } = await stripe.customers.create({ name: 'Ada' }, seller);
      return () => stripe.customers.update(id, { name: 'Ada L.' }, seller);
    },
    { account: ['customer.updated'] },
  ],
  [
    'a customer is forgotten',
    async ({ stripe, seller }) => {
      const { id } = await stripe.customers.create({ name: 'Ada' }, seller);
      return () => stripe.customers.del(id, {}, seller);
    },
    { account: ['customer.deleted'] },
  ],
  [
    'a card is saved, changed and let go',
    async ({ stripe, seller }) => {
      const { id: customer } = await stripe.customers.create({ name: 'Ada' }, seller);
      return async () => {
        const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer }, seller);
        await stripe.paymentMethods.update(id, { billing_details: { name: 'Ada' } }, seller);
        await stripe.paymentMethods.detach(id, {}, seller);
      };
    },
    { account: ['payment_method.attached', 'payment_method.updated', 'payment_method.detached'] },
  ],
  [
    'a product has a price',
    async ({ stripe }) =>
      async () => {
        const { id: product } = await stripe.products.create({ name: 'Bread' });
        const { id } = await stripe.prices.create({ product, currency: 'usd', unit_amount: 450 });
        await stripe.prices.update(id, { nickname: 'usual' });
        await stripe.products.update(product, { description: 'Rye' });
      },
    { platform: ['product.created', 'price.created', 'price.updated', 'product.updated'] },
  ],
  [
    'a document is handed in',
    async ({ stripe }) =>
      () =>
        stripe.files.create({
          purpose: 'dispute_evidence',
          file: { data: Buffer.from('a letter'), name: 'letter.pdf', type: 'application/octet-stream' },
        }),
    { platform: ['file.created'] },
  ],
];

describe('every change emits the events Stripe emits', () => {
  test.each([...accountRows, ...paymentRows, ...thingRows])('%s', async (_, change, told) => {
    const { stripe, emulator } = local;
    const { stripeAccount: id } = local.openSeller();
    const liable = { lossesPayer: 'application', requirementCollection: 'application', dashboard: 'none' } as const;
    emulator.world.store.update('account', id, liable);
    const stage = { stripe, emulator, control: emulator.control, id, seller: { stripeAccount: id } };
    const make = await change(stage);
    const before = emulator.world.store.everywhere('event').length;
    await make();
    const events = emulator.world.store.everywhere('event').slice(before);
    const typesOf = (form: Event['form'], scope: Event['scope']) =>
      events
        .filter((event) => event.form === form && event.scope === scope && !event.type.startsWith('v1.'))
        .map(({ type }) => type);
    expect({
      account: typesOf('snapshot', 'connect'),
      platform: typesOf('snapshot', 'platform'),
      thin: typesOf('thin', 'platform'),
    }).toEqual({ account: [], platform: [], thin: [], ...told });
  });
});
