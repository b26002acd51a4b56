import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';

const promotion = {
  tag: 'instant-payouts-promotion',
  listeners: ['OnInstantPayoutsPromotionLoaded', 'OnInstantPayoutCreated'],
} as const;

test('the promotion takes no room without money, and tells the page so', async ({ open, page }) => {
  const { heard } = await open({}, promotion);
  await expect.poll(() => heard('OnInstantPayoutsPromotionLoaded')).toEqual([{ promotionShown: false }]);
  await expect(page.locator('iframe[title="Instant payouts"]')).toHaveCSS('height', '0px');
});

test('the promotion sends money at once, by keyboard, and tells the page of the payout', async ({
  open,
  page,
  seller,
  platform,
}) => {
  await seller.pay(10_000, { card: 'pm_card_visa' });
  platform.emulator.control.addDebitCard(seller.account, '4000056655665556');
  const { frame, heard } = await open({}, promotion);
  const offer = frame('Instant payouts');
  await expect(offer.getByRole('heading', { name: 'Get $95.84 within minutes' })).toBeVisible();
  await expect.poll(() => heard('OnInstantPayoutsPromotionLoaded')).toEqual([{ promotionShown: true }]);
  await offer.getByRole('button', { name: 'Pay out instantly' }).press('Enter');
  const amount = offer.getByLabel('Amount to send now');
  await expect(amount).toBeFocused();
  await amount.fill('95.85');
  await page.keyboard.press('Enter');
  await expect(offer.getByText('At most $95.84 can be sent now.')).toBeVisible();
  await expect(amount).toHaveAccessibleDescription('At most $95.84 can be sent now.');
  await offer.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(offer.getByRole('button', { name: 'Pay out instantly' })).toBeFocused();
  await page.keyboard.press('Enter');
  await amount.fill('50');
  await offer.getByLabel('Where to').selectOption('Visa debit card •••• 5556');
  await expect(offer.getByText('$0.50', { exact: true })).toBeVisible();
  await amount.press('Enter');
  await expect(offer.getByRole('status')).toHaveText('$50.00 is on its way and arrives within 30 minutes.');
  const { data } = await platform.stripe.payouts.list({}, { stripeAccount: seller.account });
  expect(data).toMatchObject([{ amount: 5000, method: 'instant', type: 'card' }]);
  await expect.poll(() => heard('OnInstantPayoutCreated')).toEqual([{ payoutId: data[0]?.id }]);
  // What is left can be sent as well.
  await expect(offer.getByRole('heading', { name: 'Get $45.80 within minutes' })).toBeVisible();
});

test('balances and payouts send money at once too', async ({ open, seller }) => {
  await seller.pay(10_000, { card: 'pm_card_visa' });
  const { frame, settled } = await open({}, { tag: 'balances' }, { tag: 'payouts' });
  await settled();
  await frame('Balances').getByRole('button', { name: 'Pay out instantly' }).press('Enter');
  await frame('Balances').getByLabel('Amount to send now').fill('20');
  await frame('Balances').getByRole('button', { name: 'Send $20.00 now' }).press('Enter');
  await expect(frame('Payouts').getByRole('row', { name: '$20.00 USD Pending' })).toContainText('Instantly, by you');
  await settled();
  await frame('Payouts').getByRole('button', { name: 'Pay out instantly' }).press('Enter');
  await frame('Payouts').getByLabel('Amount to send now').fill('30');
  await frame('Payouts').getByRole('button', { name: 'Send $30.00 now' }).press('Enter');
  await expect(frame('Payouts').locator('tbody tr')).toHaveCount(2);
});

for (const variables of [{}, { colorBackground: '#101214', colorText: '#f4f5f7' }]) {
  test(`instant payouts break no automatic accessibility rule (${'colorText' in variables ? 'dark' : 'light'})`, async ({
    open,
    page,
    seller,
  }) => {
    await seller.pay(10_000);
    const { frame, settled } = await open({ appearance: { variables } }, promotion, { tag: 'balances' });
    await settled();
    await frame('Balances').getByRole('button', { name: 'Pay out instantly' }).press('Enter');
    await expect(frame('Balances').getByLabel('Amount to send now')).toBeVisible();
    await expectAccessible(page);
    await frame('Instant payouts').getByRole('button', { name: 'Pay out instantly' }).press('Enter');
    await expect(frame('Instant payouts').getByText('Usually within 30 minutes')).toBeVisible();
    await expectAccessible(page);
  });
}
