import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const custom = {
  fees: { payer: 'application' },
  losses: { payments: 'application' },
  requirement_collection: 'application',
  stripe_dashboard: { type: 'none' },
} as const;

test('a seller signs in at Stripe wherever a bank account may be told', async () => {
  const { id: account } = await at.stripe.accounts.create({ controller: custom });
  const { components } = await at.stripe.accountSessions.create({
    account,
    components: {
      account_onboarding: { enabled: true, features: { external_account_collection: false } },
      account_management: { enabled: true },
    },
  });
  expect(components.account_onboarding.features).toEqual({
    external_account_collection: false,
    disable_stripe_user_authentication: true,
  });
  expect(components.account_management.features).toEqual({
    external_account_collection: true,
    disable_stripe_user_authentication: false,
  });
});

test.each([{ external_account_collection: false }, { disable_stripe_user_authentication: true }])(
  'where Stripe collects requirements, %j is refused',
  async (features) => {
    const { stripeAccount: account } = at.openSeller();
    const components = { account_management: { enabled: true, features } };
    const error = await refusalOf(at.stripe.accountSessions.create({ account, components }));
    expect([error.statusCode, error.param]).toEqual([
      400,
      `components[account_management][features][${Object.keys(features)[0]}]`,
    ]);
  },
);
