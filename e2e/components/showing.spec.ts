import type { ConnectElementTagName } from '@stripe/connect-js';
import { expect, test } from './fixtures.ts';

const lists = ['notification-banner', 'balances', 'payments', 'payouts', 'payouts-list', 'disputes-list'] as const;

const components: readonly (readonly [tag: ConnectElementTagName, title: string, text: string])[] = [
  ['payments', 'Payments', 'Bowl'],
  ['balances', 'Balances', 'Available'],
  ['payouts', 'Payouts', 'Edit schedule'],
  ['payouts-list', 'Payouts list', 'No payouts yet'],
  ['disputes-list', 'Disputes', 'No disputes'],
];

for (const [tag, title, text] of components) {
  test(`${tag} shows itself in a frame as high as it is`, async ({ open, seller }) => {
    await seller.pay(2500);
    const { frame, heard, settled } = await open({}, { tag });
    await expect(frame(title).getByText(text).first()).toBeVisible();
    await expect(frame(title).getByText('Stripe emulator · test')).toBeVisible();
    await settled();
    await expect.poll(() => heard('OnLoaderStart')).toEqual([{ elementTagName: tag }]);
    await expect.poll(() => heard('OnLoadError')).toEqual([]);
  });
}

test('six frames share one session, and the banner takes no room while there is nothing', async ({
  open,
  page,
  seller,
  platform,
}) => {
  await seller.pay(2500);
  const { frame, heard } = await open(
    {},
    ...lists.map((tag) => ({ tag, listeners: tag === 'notification-banner' ? ['OnNotificationsChange'] : [] })),
  );
  await expect(frame('Payments').getByText('Bowl')).toBeVisible();
  await expect(frame('Disputes').getByText('No disputes')).toBeVisible();
  await expect.poll(() => heard('OnNotificationsChange')).toEqual([{ total: 0, actionRequired: 0 }]);
  await expect(page.locator('iframe[title="Notifications"]')).toHaveCSS('height', '0px');
  expect(platform.secretsOf(seller.account)).toHaveLength(1);
});

test('what happens elsewhere shows without a reload', async ({ open, seller }) => {
  const { frame } = await open({}, { tag: 'payments' }, { tag: 'balances' });
  await expect(frame('Payments').getByText('No payments yet')).toBeVisible();
  await seller.pay(10_000, { description: 'Brand new' });
  await expect(frame('Payments').getByText('Brand new')).toBeVisible();
  await expect(frame('Balances').getByText('$96.80')).toBeVisible();
});

test('a change before a component asks what is new is not missed', async ({ open, seller, page }) => {
  const { promise: paid, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/frame-api/revision', async (route) => {
    await paid;
    await route.continue();
  });
  const { frame } = await open({}, { tag: 'payments' });
  await expect(frame('Payments').getByText('No payments yet')).toBeVisible();
  await seller.pay(10_000, { description: 'Between the two' });
  release();
  await expect(frame('Payments').getByText('Between the two')).toBeVisible();
});

test('a list goes forth and back and narrows itself', async ({ open, seller }) => {
  for (const index of Array.from({ length: 11 }).keys()) await seller.pay(3000, { description: `Item ${index}` });
  await seller.pay(70_000, { card: 'pm_card_chargeDeclined', description: 'Refused' });
  const payments = (await open({}, { tag: 'payments' })).frame('Payments');
  const rows = payments.locator('tbody tr');
  await expect(rows).toHaveCount(10);
  await payments.getByRole('button', { name: 'Next' }).click();
  await expect(rows).toHaveCount(2);
  await payments.getByRole('button', { name: 'Previous' }).click();
  await expect(rows).toHaveCount(10);
  await payments.getByRole('button', { name: 'Status' }).click();
  await payments.getByLabel('Failed').check();
  await payments.getByRole('button', { name: 'Apply' }).click();
  await expect(rows).toHaveCount(1);
  await expect(payments.getByText('Refused')).toBeVisible();
  await payments.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows).toHaveCount(10);
});

test('default filters narrow the list from the beginning', async ({ open, seller }) => {
  await seller.pay(3000, { description: 'Paid' });
  await seller.pay(3000, { card: 'pm_card_chargeDeclined', description: 'Refused' });
  await seller.pay(9000, { card: 'pm_card_chargeDeclined', description: 'Refused and dear' });
  const { frame } = await open(
    {},
    {
      tag: 'payments',
      values: {
        DefaultFilters: {
          status: ['failed'],
          paymentMethod: 'card',
          amount: { lessThan: 5000 },
          date: { after: new Date('2020-01-01') },
        },
      },
    },
  );
  await expect(frame('Payments').getByText('Refused')).toBeVisible();
  await expect(frame('Payments').locator('tbody tr')).toHaveCount(1);
});
