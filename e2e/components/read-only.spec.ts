import { forge, frameOf } from '../forge.ts';
import { expect, test } from './fixtures.ts';
import type { SessionComponents } from './platform.ts';

const noPayments = {
  enabled: true,
  features: { refund_management: false, dispute_management: false, capture_payments: false },
} as const;
const noPayouts = {
  enabled: true,
  features: { standard_payouts: false, instant_payouts: false, edit_payout_schedule: false },
} as const;
const readOnly: SessionComponents = {
  payments: noPayments,
  payment_details: noPayments,
  disputes_list: noPayments,
  balances: noPayouts,
  payouts: noPayouts,
  instant_payouts_promotion: { enabled: true, features: { instant_payouts: false } },
  issuing_card: { enabled: true, features: { card_management: false, spend_control_management: false } },
};

const PAYING = ['balances', 'payouts', 'instant-payouts-promotion'];
const OTHERS = [
  'notification-banner',
  'tax-settings',
  'tax-registrations',
  'issuing-card',
  'issuing-cards-list',
  'account-onboarding',
  'account-management',
];

test.use({ allowedErrors: [/status of 403/u] });

test('a read-only session shows no button that changes something', async ({ open, seller, platform }) => {
  const payment = await seller.pay(10_000);
  await platform.stripe.balanceSettings.update(
    { payments: { payouts: { schedule: { interval: 'manual' } } } },
    { stripeAccount: seller.account },
  );
  seller.allow(readOnly);
  const { frame, show } = await open({}, { tag: 'balances' }, { tag: 'payouts' });
  await expect(frame('Balances').getByText('$96.80')).toBeVisible();
  await expect(frame('Payouts').getByText('No payouts yet')).toBeVisible();
  await expect(frame('Balances').getByRole('button')).toHaveCount(0);
  await expect(frame('Payouts').getByRole('button')).toHaveCount(0);
  await show({ tag: 'payment-details', values: { Payment: payment } });
  await expect(frame('Payment details').getByText('What you get')).toBeVisible();
  await expect(frame('Payment details').getByRole('button')).toHaveText(['']);
});

test('requests that a read-only frame forges are refused, and change nothing', async ({
  open,
  seller,
  page,
  platform,
}) => {
  const { stripe } = platform;
  const options = { stripeAccount: seller.account };
  const paid = await seller.pay(10_000);
  const disputed = await seller.pay(3000, { card: 'pm_card_createDispute' });
  const { id: held } = await stripe.paymentIntents.create(
    {
      amount: 2500,
      currency: 'usd',
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      confirm: true,
      return_url: 'http://localhost/',
    },
    options,
  );
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } }, options);
  seller.allow(readOnly);
  const { frame } = await open({}, { tag: 'payments' }, { tag: 'balances' });
  await expect(frame('Payments').locator('tbody tr')).toHaveCount(3);

  const card = platform.emulator.control.issueCard(seller.account, { cardholder: 'Ann Smith' });
  const [bank] = (await stripe.accounts.listExternalAccounts(seller.account)).data;
  const [secret = ''] = platform.secretsOf(seller.account);
  const forged: readonly (readonly [path: string, body: object])[] = [
    [`payments/${paid}/refund`, { amount: 100 }],
    [`payments/${held}/capture`, { amount: 2500 }],
    [`payments/${disputed}/evidence`, { text: 'winning_evidence' }],
    [`payments/${disputed}/accept-dispute`, {}],
    ['payouts', { amount: 100, currency: 'usd' }],
    ['instant-payouts', { amount: 100, currency: 'usd', destination: bank?.id }],
    ['payout-schedule', { interval: 'daily' }],
    ['tax-settings', {}],
    ['tax-registrations', { country: 'DE', state: '', type: 'standard' }],
    [`issuing-cards/${card}/status`, { status: 'inactive' }],
    [`issuing-cards/${card}/limit`, { amount: 100 }],
    [`issuing-cards/${card}/reveal`, { nonce: 'ephkn_1', ephemeralKeySecret: 'ek_test_guess' }],
    ['onboarding-link', {}],
    ['onboarding/person', { first_name: 'Eve' }],
    ['onboarding/person/keep', { first_name: 'Eve' }],
    ['management/public_details', { statement_descriptor: 'EVES SHOP' }],
    ['bank-account', { account_number: '000999999991', routing_number: '110000000', account_holder_name: 'Eve' }],
    ['sign-in', {}],
  ];
  // A forger names any component, or none: none of them has the right.
  for (const component of [undefined, 'payments', 'payment-details', 'disputes-list', ...PAYING, ...OTHERS]) {
    for (const [path, body] of forged) {
      const status = await forge(frameOf(page, 'payments'), path, { body, secret, component });
      expect([component, path, status]).toEqual([component, path, 403]);
    }
  }

  expect((await stripe.refunds.list({}, options)).data).toEqual([]);
  expect((await stripe.paymentIntents.retrieve(held, {}, options)).status).toBe('requires_capture');
  expect((await stripe.disputes.list({}, options)).data).toMatchObject([{ status: 'needs_response' }]);
  expect((await stripe.payouts.list({}, options)).data).toEqual([]);
  expect((await stripe.tax.registrations.list({}, options)).data).toEqual([]);
  expect((await stripe.balanceSettings.retrieve({}, options)).payments.payouts?.schedule?.interval).toBe('manual');
  const account = await stripe.accounts.retrieve(seller.account);
  expect(account.external_accounts?.data).toMatchObject([{ last4: '6789' }]);
  expect(account.settings?.payments.statement_descriptor).toBeNull();
});
