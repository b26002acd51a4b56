import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { createCharge, embedded, finishOnboarding, openOnboarding, payWithCard, signUp } from '../seller-steps.ts';

test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true });

/** Nothing may be wider than the phone. */
async function fits(page: Page): Promise<void> {
  const { wide, has } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    has: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(has);
}

// What Checkout answers to a declined card.
test.use({ allowedErrors: [/the server responded with a status of 402/u] });

test('on a dark phone a seller is onboarded, charges, is paid after a declined card, sees the payment arrive without a reload, and opens it in Stripe', async ({
  page,
  context,
}) => {
  await signUp(page, 'Tidewater Pottery');
  await fits(page);
  await openOnboarding(page);
  await finishOnboarding(page);
  await fits(page);
  const payments = await context.newPage();
  await payments.goto('/payments');
  await expect(embedded(payments, 'Payments').getByText('No payments yet')).toBeVisible();
  const link = await createCharge(page, { amount: '48.00', description: 'Stoneware mug' });
  await fits(page);
  const checkout = await context.newPage();
  await checkout.goto(link);
  await fits(checkout);
  await payWithCard(checkout, '4000 0000 0000 0002');
  await expect(checkout.getByRole('alert')).toContainText('declined');
  await fits(checkout);
  await payWithCard(checkout, '4242 4242 4242 4242');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(embedded(payments, 'Payments').getByText('Stoneware mug')).toBeVisible();
  await fits(payments);
  const inStripe = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open in Stripe' }).click();
  const dashboard = await inStripe;
  await dashboard.getByRole('button', { name: /sign in/iu }).click();
  await expect(dashboard.getByText('Stoneware mug')).toBeVisible();
  for (const path of ['/', '/payments', '/payouts', '/charges/new', '/onboarding']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fits(page);
  }
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});
