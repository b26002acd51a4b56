import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { looks } from '../looks.ts';
import { signUpReady } from '../seller-steps.ts';
import { becomeStaff } from '../staff-steps.ts';

// Who is not signed in yet, owes a code, or whose view is over, is told so.
test.use({ allowedErrors: [/the server responded with a status of 40[13]/u] });

const REASON = 'Their payout of Monday is missing';

/** Finds a seller and asks for a view of their pages. */
async function startLooking(page: Page, name: string): Promise<void> {
  await page.goto('/support');
  await page.getByRole('searchbox').fill(name);
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: 'Look at their pages' })
    .click();
  await page.getByLabel('Why').fill(REASON);
  await page.getByLabel('Ticket').fill('T-2041');
  await page.getByRole('button', { name: 'Start looking' }).click();
}

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test('a seller sees who looks, ends it, reads what was looked at, and lets nobody look any more', async ({
      page,
      stack,
      browser,
    }) => {
      const shop = `Lantern Hill ${look.colorScheme}`;
      await signUpReady(page, stack, shop);
      await page.goto('/');
      await page.getByRole('button', { name: 'Your account' }).click();
      await page.getByRole('link', { name: 'Support access' }).click();
      await expect(page.getByText('Nobody has looked at your pages yet.')).toBeVisible();
      await expectAccessible(page);

      const elsewhere = await browser.newContext({ baseURL: stack.appUrl });
      const staff = await elsewhere.newPage();
      await becomeStaff(staff, stack);
      await startLooking(staff, shop);
      await expect(staff.getByRole('timer')).toBeVisible();
      await staff.goto('/support/view/charges');
      await expect(staff.getByRole('heading', { level: 1, name: 'Charges' })).toBeVisible();

      await page.reload();
      const running = page.getByRole('region', { name: 'Ada Okafor is looking' });
      await expect(running).toContainText(REASON);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.viewport.width);
      await expectAccessible(page);
      await running.getByRole('button', { name: 'End now' }).click();
      await expect(running).toHaveCount(0);
      const looked = page.getByRole('list', { name: 'Who looked' }).getByRole('listitem');
      await expect(looked).toContainText('your list of charges');
      await expect(looked).toContainText('You ended it.');
      await expect(looked).toContainText('T-2041');

      // Nothing of theirs is shown at the next request.
      await staff.reload();
      await expect(staff.getByText('The seller ended it, or lets nobody look any more.')).toBeVisible();

      await page.getByRole('switch').click();
      await expect(page.getByText('Nobody can look at your pages now.')).toBeVisible();
      await expectAccessible(page);
      await staff.goto('/support');
      await staff.getByRole('searchbox').fill(shop);
      await expect(staff.getByText('This seller lets nobody look at their pages.')).toBeVisible();
      await elsewhere.close();
    });
  });
}
