import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { createCharge, signUpReady } from '../seller-steps.ts';
import { componentsSettled } from '../settled.ts';

const signedOut = ['/sign-in', '/sign-up'];
const signedIn = [
  '/',
  '/payments',
  '/payouts',
  '/charges/new',
  '/onboarding',
  '/onboarding/return',
  '/account/support-access',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page passes the automatic accessibility rules', async ({ page, stack }) => {
      for (const path of signedOut) await expectAccessibleAt(page, path);
      await signUpReady(page, stack);
      for (const path of signedIn) await expectAccessibleAt(page, path);
      await createCharge(page, { amount: '20', description: 'Bowl' });
      await expectAccessibleAt(page, new URL(page.url()).pathname);
    });
  });
}

async function expectAccessibleAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
  await componentsSettled(page);
  await expectAccessible(page);
}
