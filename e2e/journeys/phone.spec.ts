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

test('on a dark phone a seller is onboarded, charges, is paid, and sees the payment', async ({ page, context }) => {
  await signUp(page, 'Tidewater Pottery');
  await fits(page);
  await openOnboarding(page);
  await finishOnboarding(page);
  await fits(page);
  const link = await createCharge(page, { amount: '48.00', description: 'Stoneware mug' });
  await fits(page);
  const checkout = await context.newPage();
  await checkout.goto(link);
  await fits(checkout);
  await payWithCard(checkout, '4242 4242 4242 4242');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  for (const path of ['/', '/payments', '/payouts', '/charges/new', '/onboarding']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fits(page);
  }
  await page.goto('/payments');
  await expect(embedded(page, 'Payments').getByText('Stoneware mug')).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});
