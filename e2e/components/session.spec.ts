import { expect, test } from './fixtures.ts';

const watching = { tag: 'payments' } as const;

test.describe('refused', () => {
  test.use({ allowedErrors: [/status of (401|500)/u] });

  test('a session that is over is replaced exactly once for all frames', async ({ open, seller, platform }) => {
    const { frame } = await open({}, watching, { tag: 'balances' }, { tag: 'payouts' });
    await expect(frame('Payouts').getByText('Edit schedule')).toBeVisible();
    platform.emulator.control.expireAccountSessions();
    await seller.pay(10_000, { description: 'After expiry' });
    await expect(frame('Payments').getByText('After expiry')).toBeVisible();
    await expect(frame('Balances').getByText('$96.80')).toBeVisible();
    expect(platform.secretsOf(seller.account)).toHaveLength(2);
  });

  test('logging out removes every frame and ends the session on the server', async ({
    open,
    seller,
    platform,
    page,
  }) => {
    const { frame } = await open({}, watching, { tag: 'balances' });
    await expect(frame('Payments').getByText('No payments yet')).toBeVisible();
    await page.evaluate(() => window.platform.connect().logout());
    await expect(page.locator('iframe')).toHaveCount(0);
    const [secret = ''] = platform.secretsOf(seller.account);
    const reply = await fetch(`${platform.emulator.url}/v1.0/frame-api/revision`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(reply.status).toBe(401);
  });

  test('a session that cannot be made is told, and made after all by trying again', async ({ open, page, seller }) => {
    await seller.pay(2500);
    await page.route('**/session/*', (route) => route.fulfill({ status: 500 }), { times: 1 });
    const { frame, heard } = await open({}, watching);
    await frame('Payments').getByRole('button', { name: 'Try again' }).click();
    await expect(frame('Payments').getByText('Bowl')).toBeVisible();
    await expect
      .poll(() => heard('OnLoadError'))
      .toEqual([
        {
          elementTagName: 'payments',
          error: { type: 'account_session_create_error', message: 'The session could not be made.' },
        },
      ]);
  });

  test('a secret that never was is tried twice and then told', async ({ open, page }) => {
    await page.route('**/session/*', (route) => route.fulfill({ json: { secret: 'accs_secret__nonsense' } }));
    const { heard } = await open({}, watching);
    await expect
      .poll(() => heard('OnLoadError'))
      .toEqual([{ elementTagName: 'payments', error: { type: 'authentication_error', message: expect.any(String) } }]);
  });
});

test('elements that leave the page take their frames with them', async ({ open, page, seller }) => {
  const payment = await seller.pay(2500);
  const { show, frame } = await open({}, watching);
  await expect(frame('Payments').getByText('Bowl')).toBeVisible();
  await page.evaluate(() => {
    window.platform.connect().create('balances');
  });
  await show({ tag: 'payment-details', values: { Payment: payment } });
  await expect(page.locator('iframe')).toHaveCount(2);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main > :not(h1)')) element.remove();
  });
  await expect(page.locator('iframe')).toHaveCount(0);
});
