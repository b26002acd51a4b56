import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const details = 'Payment details';

/** Says what has the focus, in the page and in the frame above it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('title') ?? document.activeElement?.tagName ?? '');
}

/**
 * The list's frame has the focus, and in it the row. Both documents are asked: whether the browser as a whole follows at
 * once depends on how busy its processes are.
 */
async function expectFocusBack(page: Page, row: Locator): Promise<void> {
  await expect.poll(() => focused(page)).toBe('Payments');
  await expect.poll(() => row.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
}

for (const overlays of ['drawer', 'dialog'] as const) {
  test(`a payment opens as ${overlays} over the whole window`, async ({ open, seller, page }) => {
    await seller.pay(2500);
    const { frame } = await open({ appearance: { overlays } }, { tag: 'payments' });
    await frame('Payments').locator('.row-button').click();
    await expect(frame(details).getByRole('dialog', { name: details })).toBeVisible();
    const window = page.viewportSize();
    const covering = await page.locator(`iframe[title="${details}"]`).boundingBox();
    expect(covering).toEqual({ x: 0, y: 0, ...window });
    const sheet = await frame(details).getByRole('dialog').boundingBox();
    const toTheRight = (window?.width ?? 0) - (sheet?.x ?? 0) - (sheet?.width ?? 0);
    expect(toTheRight < 1).toBe(overlays === 'drawer');
  });
}

test('the keyboard opens, stays inside and leaves to where it came from', async ({ open, seller, page }) => {
  await seller.pay(2500, { description: 'First' });
  await seller.pay(2600, { description: 'Second' });
  const { frame } = await open({}, { tag: 'payments' });
  const row = frame('Payments').locator('tr', { hasText: 'First' }).locator('.row-button');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(frame(details).getByText('What you get')).toBeVisible();
  const close = frame(details).getByRole('button', { name: 'Close' });
  const stops = await frame(details).locator('button:enabled').count();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (const _ of Array.from({ length: stops + 1 })) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(details);
    }
  }
  await close.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(close).not.toBeFocused();
  await page.keyboard.press('Tab');
  await expect(close).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(1);
  await expectFocusBack(page, row);
});

test('the cross and the page behind close it too', async ({ open, seller, page }) => {
  await seller.pay(2500);
  const { frame } = await open({}, { tag: 'payments' });
  const row = frame('Payments').locator('.row-button');
  await row.click();
  await frame(details).getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('iframe')).toHaveCount(1);
  await expectFocusBack(page, row);
  await row.click();
  await frame(details)
    .locator('.backdrop')
    .click({ position: { x: 5, y: 5 } });
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('a refund in the overlay shows in the list below', async ({ open, seller, page }) => {
  await seller.pay(2500);
  const { frame } = await open({}, { tag: 'payments' });
  await frame('Payments').locator('.row-button').click();
  await frame(details).getByRole('button', { name: 'Refund payment' }).click();
  await frame(details).getByLabel('Refund amount').fill('7.77');
  await frame(details).getByRole('button', { name: 'Refund $7.77' }).click();
  await expect(frame(details).getByText('Partially refunded').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(frame('Payments').getByText('Partially refunded')).toBeVisible();
});

test('evidence that wins is told at once', async ({ open, seller }) => {
  await seller.pay(2500, { card: 'pm_card_createDispute' });
  const { frame } = await open({}, { tag: 'disputes-list' });
  await frame('Disputes').locator('.row-button').click();
  await frame(details).getByRole('button', { name: 'Answer' }).click();
  await frame(details).getByRole('textbox').fill('winning_evidence');
  await frame(details).getByRole('button', { name: 'Send evidence' }).click();
  await expect(frame(details).getByText('decided for you')).toBeVisible();
});

test('payment-details opens with a payment, and closing calls the page', async ({ open, seller, page }) => {
  const payment = await seller.pay(2500);
  const { show, frame, heard } = await open({}, { tag: 'payment-details', listeners: ['OnClose'] });
  await expect(page.locator('iframe')).toHaveCount(0);
  await show({ tag: 'payment-details', values: { Payment: payment }, listeners: ['OnClose'] });
  await expect(frame(details).getByText('What you get')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => heard('OnClose')).toHaveLength(1);
});

test('payout-details shows what is in a payout', async ({ open, seller, platform }) => {
  await seller.pay(10_000, { description: 'Inside' });
  const { stripe } = platform;
  const options = { stripeAccount: seller.account };
  const { id: payout } = await stripe.payouts.create({ amount: 5000, currency: 'usd' }, options);
  const { frame } = await open({}, { tag: 'payout-details', values: { Payout: payout }, listeners: ['OnClose'] });
  await expect(frame('Payout details').getByText('$50.00').first()).toBeVisible();
  await expect(frame('Payout details').getByText('By you')).toBeVisible();
});
