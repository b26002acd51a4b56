import { expect, test } from './fixtures.ts';

test.use({ allowedErrors: [/status of 403/u] });

test.describe('a blocked script', () => {
  test('lets the page load without connect.js, and load it once it is let through', async ({ page, platform }) => {
    const { control } = platform.emulator;
    control.fault({ kind: 'blocked_script' });
    const blocked = page.waitForResponse('**/v1.0/connect.js');
    await page.goto('/');
    expect((await blocked).status()).toBe(403);
    expect(await page.evaluate(() => 'StripeConnect' in window)).toBe(false);
    control.clearFaults();
    await page.reload();
    expect(await page.evaluate(() => 'StripeConnect' in window)).toBe(true);
  });
});

test.describe('a blocked window', () => {
  test.use({ sellerKind: { isNew: true } });

  test('lets the seller sign in by a link instead', async ({ context, open, platform }) => {
    platform.emulator.control.fault({ kind: 'blocked_window' });
    const { frame } = await open({}, { tag: 'account-onboarding' });
    const component = frame('Account onboarding');
    await component.getByRole('button', { name: 'Sign in' }).click();
    await expect(component.getByRole('alert')).toContainText('Your browser blocked the window');
    expect(context.pages()).toHaveLength(1);
    const opened = context.waitForEvent('page');
    await component.getByRole('link', { name: 'sign in in a new tab' }).click();
    await (await opened).getByRole('button', { name: 'Sign in as the owner' }).click();
    await expect(component.getByRole('heading', { name: 'Business type' })).toBeVisible();
  });

  test('opens again once windows are let through', async ({ context, open, platform, page }) => {
    platform.emulator.control.fault({ kind: 'blocked_window', times: 1 });
    const { frame } = await open({}, { tag: 'account-onboarding' });
    const signIn = frame('Account onboarding').getByRole('button', { name: 'Sign in' });
    await signIn.click();
    await expect(frame('Account onboarding').getByRole('alert')).toBeVisible();
    await open({}, { tag: 'account-onboarding' });
    const opened = page.waitForEvent('popup');
    await signIn.click();
    await expect((await opened).getByRole('button', { name: 'Sign in as the owner' })).toBeVisible();
    expect(context.pages()).toHaveLength(2);
  });
});
