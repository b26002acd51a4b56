import { expect, test } from './fixtures.ts';

test('requests show themselves on the control page as they are made, and what is being typed stays', async ({
  page,
  platform,
  seller,
}) => {
  await page.goto(`${platform.emulator.url}/_emulator`);
  await page.getByLabel('Code or reason').fill('lost_card');
  const rows = page.getByRole('region', { name: 'Requests' }).getByRole('row');
  await platform.stripe.balance.retrieve({}, { stripeAccount: seller.account });
  await expect(rows.nth(1)).toContainText(/GET \/v1\/balance\s*acct_\w+\s*200/u);
  await expect(rows.nth(1)).toContainText(seller.account);
  await expect(page.getByLabel('Code or reason')).toHaveValue('lost_card');
});

test('a developer does anything there is a deed for', async ({ page, platform, seller }) => {
  await page.goto(`${platform.emulator.url}/_emulator`);
  await page.getByLabel('Deed', { exact: true }).selectOption('open-financial-account');
  await page.getByLabel('Parameters, as JSON').fill(JSON.stringify({ account: seller.account, nickname: 'Oak' }));
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await expect(page.getByText(/^fa_\w+$/u)).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Control of the emulator' })).toBeVisible();
});

test('the platform and its accounts show what became of their money', async ({ page, platform, seller }) => {
  await seller.pay(10_000);
  await page.goto(`${platform.emulator.url}/_emulator/accounts/${seller.account}`);
  await expect(page.getByRole('region', { name: 'Charges' })).toContainText('$100.00');
  for (const title of ['Refunds', 'Payouts', 'Customers', 'Received transfers', 'Ledger'])
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.getByRole('link', { name: 'All of the emulator' }).click();
  await page.getByRole('link', { name: 'The platform itself' }).click();
  for (const title of ['Application fees', 'Transfers', 'Ledger'])
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
});
