import { expect, test } from './fixtures.ts';

const refusals = [
  { status: 429, type: 'rate_limit_error' },
  { status: 500, type: 'api_error' },
  { status: 404, type: 'invalid_request_error' },
] as const;

test.use({ allowedErrors: [/status of (403|404|429|500)|ERR_CONNECTION_RESET/u] });

for (const { status, type } of refusals) {
  test(`an answer of ${status} is told to the page as ${type}, and tried again by the seller`, async ({
    open,
    seller,
    platform,
  }) => {
    await seller.pay(2500);
    platform.emulator.control.fault({ kind: 'status', path: '/v1.0/frame-api/payments', status, times: 1 });
    const { frame, heard } = await open({}, { tag: 'payments' });
    await expect(frame('Payments').getByRole('alert')).toContainText('Payments can’t be shown right now');
    await expect
      .poll(() => heard('OnLoadError'))
      .toEqual([{ elementTagName: 'payments', error: { type, message: expect.any(String) } }]);
    await frame('Payments').getByRole('button', { name: 'Try again' }).click();
    await expect(frame('Payments').getByText('Bowl')).toBeVisible();
  });
}

test('a broken connection is told as api_connection_error', async ({ open, page }) => {
  await page.route('**/v1.0/frame-api/balances', (route) => route.abort('connectionreset'));
  const { frame, heard } = await open({}, { tag: 'balances' });
  await expect(frame('Balances').getByRole('alert')).toBeVisible();
  await expect.poll(() => heard('OnLoadError')).toMatchObject([{ error: { type: 'api_connection_error' } }]);
});

test('a component whose code does not arrive is told as render_error', async ({ open, page }) => {
  await page.route('**/v1.0/frames/assets/chunk-*.js', async (route) => {
    const response = await route.fetch();
    const isOfPayments = (await response.text()).includes('defaultFilters');
    await (isOfPayments ? route.fulfill({ status: 404 }) : route.fulfill({ response }));
  });
  const { heard } = await open({}, { tag: 'payments' });
  await expect.poll(() => heard('OnLoadError')).toMatchObject([{ error: { type: 'render_error' } }]);
});

test('a component that the session does not include is refused', async ({ open, seller }) => {
  seller.allow({ payments: { enabled: true } });
  const { frame, heard } = await open({}, { tag: 'payments' }, { tag: 'balances' });
  await expect(frame('Balances').getByRole('alert')).toContainText('This account session does not include balances');
  await expect(frame('Payments').getByText('No payments yet')).toBeVisible();
  await expect
    .poll(() => heard('OnLoadError'))
    .toEqual([{ elementTagName: 'balances', error: { type: 'invalid_request_error', message: expect.any(String) } }]);
});
