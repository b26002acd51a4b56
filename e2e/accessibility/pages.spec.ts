import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { createCharge, signUpReady } from '../seller-steps.ts';

const signedOut = ['/sign-in', '/sign-up'];
const signedIn = ['/', '/payments', '/payouts', '/charges/new', '/onboarding', '/onboarding/return'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page passes the automatic accessibility rules', async ({ page, stack }) => {
      test.setTimeout(120_000);
      for (const path of signedOut) await expectAccessible(page, path);
      await signUpReady(page, stack);
      for (const path of signedIn) await expectAccessible(page, path);
      await createCharge(page, { amount: '20', description: 'Bowl' });
      await expectAccessible(page, new URL(page.url()).pathname);
    });
  });
}

async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}
