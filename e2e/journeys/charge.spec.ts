import { sdkFor } from '../../scripts/stack.ts';
import { expect, test } from '../fixtures.ts';
import {
  createCharge,
  embedded,
  finishOnboarding,
  openOnboarding,
  payWithCard,
  signUp,
  signUpReady,
} from '../seller-steps.ts';

test('a seller is onboarded, charges, is paid, sees it arrive without a reload, and opens it in Stripe', async ({
  page,
  context,
  stack,
}) => {
  await signUp(page, 'Tidewater Pottery');
  await openOnboarding(page);
  await finishOnboarding(page);

  const payments = await context.newPage();
  await payments.goto('/payments');
  await expect(embedded(payments, 'Payments').getByText('No payments yet')).toBeVisible();

  const link = await createCharge(page, { amount: '48.00', description: 'Stoneware mug' });
  const checkout = await context.newPage();
  await checkout.goto(link);
  await expect(checkout.getByText('Stoneware mug')).toBeVisible();
  await payWithCard(checkout, '4242 4242 4242 4242');

  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(embedded(payments, 'Payments').getByText('Stoneware mug')).toBeVisible();
  await expect(embedded(payments, 'Payments').getByText('£48.00').first()).toBeVisible();

  const fees = await sdkFor(stack.localStripe).applicationFees.list({ limit: 1 });
  expect(fees.data[0]).toMatchObject({ amount: 120, currency: 'gbp' });

  const inStripe = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open in Stripe' }).click();
  const dashboard = await inStripe;
  await dashboard.getByRole('button', { name: /sign in/iu }).click();
  await expect(dashboard.getByText('Stoneware mug')).toBeVisible();
  await expect(dashboard.getByText('£48.00').first()).toBeVisible();
});

test.describe('a declined card', () => {
  test.use({ allowedErrors: [/the server responded with a status of 402/u] });

  test('is said so at Checkout, and the next card pays the same charge once', async ({ page, context, stack }) => {
    const account = await signUpReady(page, stack);
    const link = await createCharge(page, { amount: '20', description: 'Porridge bowl' });
    const checkout = await context.newPage();
    await checkout.goto(link);
    await payWithCard(checkout, '4000 0000 0000 0002');
    await expect(checkout.getByRole('alert')).toContainText('declined');
    await expect(page.getByRole('heading', { name: 'Waiting for your customer' })).toBeVisible();
    await payWithCard(checkout, '4242 4242 4242 4242');
    await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();

    await page.getByRole('link', { name: 'See the payment' }).click();
    await expect(page).toHaveURL(/\/payments\/pi_/u);
    await expect(embedded(page, 'Payment details').getByText('£20.00').first()).toBeVisible();
    const charges = await sdkFor(stack.localStripe).charges.list({}, { stripeAccount: account });
    expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });
});

test('a double click makes one charge', async ({ page, stack }) => {
  const account = await signUpReady(page, stack);
  await page.goto('/charges/new');
  await page.getByLabel('Amount').fill('12');
  await page.getByLabel('What is it for?').fill('Egg cup');
  await page.getByRole('button', { name: 'Create charge' }).dblclick();
  await expect(page.getByText('Waiting for your customer')).toBeVisible();
  const sessions = await sdkFor(stack.localStripe).checkout.sessions.list({}, { stripeAccount: account });
  expect(sessions.data).toHaveLength(1);
});

test.describe('a link that was taken back', () => {
  test.use({ allowedErrors: [/the server responded with a status of 410/u] });

  test('can no longer be paid', async ({ page, context, stack }) => {
    await signUpReady(page, stack);
    const link = await createCharge(page, { amount: '35', description: 'Bud vase' });
    await page.getByRole('button', { name: 'Cancel charge' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel charge' }).click();
    await expect(page.getByRole('heading', { name: 'You cancelled this charge' })).toBeVisible();
    const checkout = await context.newPage();
    await checkout.goto(link);
    await expect(checkout.getByRole('button', { name: /^Pay / })).toHaveCount(0);
  });
});

test.describe('signing out', () => {
  test.use({ allowedErrors: [/the server responded with a status of 401/u] });

  test('ends the session on the server and shows nothing any more', async ({ page, stack }) => {
    await signUpReady(page, stack);
    await page.goto('/payments');
    await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
    await page.goto('/payments');
    await expect(page).toHaveURL(/sign-in/u);
  });
});
