import { expect, test } from '../fixtures.ts';
import { embedded, signUpReady } from '../seller-steps.ts';

test.describe('a browser that blocks connect.js', () => {
  test.use({ allowedErrors: [/ERR_FAILED|ERR_BLOCKED_BY_CLIENT|Failed to load resource/u] });

  test('shows why the panel is empty and the way out, and loads once it is allowed', async ({ page, stack }) => {
    await signUpReady(page, stack);
    await page.route(/connect\.js$/u, (route) => route.abort());
    await page.goto('/payments');
    const alert = page.getByRole('alert').filter({ hasText: 'blocked' });
    await expect(alert).toBeVisible({ timeout: 20_000 });
    await expect(alert.getByRole('link', { name: /Open.* in Stripe/u })).toBeVisible();
    await page.unroute(/connect\.js$/u);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
  });
});

test.describe('a session that cannot be made', () => {
  test.use({ allowedErrors: [/the server responded with a status of 500/u] });

  test('is said so, and trying again recovers', async ({ page, stack }) => {
    await signUpReady(page, stack);
    await page.route('**/api/account-sessions', (route) =>
      route.fulfill({ status: 500, contentType: 'application/json', body: '{"error":"arranged"}' }),
    );
    await page.goto('/payments');
    const again = page.getByRole('button', { name: 'Try again' }).first();
    await expect(again).toBeVisible({ timeout: 20_000 });
    await page.unroute('**/api/account-sessions');
    await again.click();
    await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
  });
});

test.describe('a secret that expires while it is used', () => {
  test.use({ allowedErrors: [/the server responded with a status of 401/u] });

  test('is refreshed exactly once, and nobody notices', async ({ page, stack }) => {
    await signUpReady(page, stack);
    await page.goto('/');
    await expect(
      embedded(page, 'Balances')
        .getByText(/available/iu)
        .first(),
    ).toBeVisible();
    let refreshes = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/account-sessions')) refreshes += 1;
    });
    stack.localStripe.control.expireAccountSessions();
    const fresh = page.waitForResponse((reply) => /\/v1\.0\/frame-api\//u.test(reply.url()) && reply.status() === 401);
    await fresh;
    await expect(
      embedded(page, 'Balances')
        .getByText(/available/iu)
        .first(),
    ).toBeVisible();
    // Every frame asks again within two turns of its own; all of them share the one refresh.
    for (let turn = 0; turn < 2; turn += 1)
      await page.waitForResponse((reply) => /frame-api\/revision/u.test(reply.url()) && reply.status() === 200);
    expect(refreshes).toBe(1);
  });
});
