import { expect, test } from 'vitest';
import { startTestStripe } from './test/test-stripe.ts';

test('every address that is handed out begins with where others find the emulator', async () => {
  const local = await startTestStripe({ url: 'https://stripe.internal' });
  const { stripe } = local;
  const { stripeAccount } = local.openSeller();
  const link = await stripe.accountLinks.create({
    account: stripeAccount,
    type: 'account_onboarding',
    refresh_url: 'http://localhost/again',
    return_url: 'http://localhost/back',
  });
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      success_url: 'http://localhost/done',
      line_items: [{ price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Bowl' } }, quantity: 1 }],
    },
    { stripeAccount },
  );
  expect(link.url).toMatch(/^https:\/\/stripe\.internal\/connect\/setup\/s\//u);
  expect(session.url).toMatch(/^https:\/\/stripe\.internal\/checkout\//u);
  await local.emulator.close();
});
