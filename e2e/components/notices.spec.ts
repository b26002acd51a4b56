import { expect, test } from './fixtures.ts';

const banner = { tag: 'notification-banner', listeners: ['OnNotificationsChange'] } as const;

test('a notice appears, leads to what it asks for, and goes', async ({ open, page, platform, seller, context }) => {
  const { frame, heard } = await open({}, banner);
  await expect.poll(() => heard('OnNotificationsChange')).toEqual([{ total: 0, actionRequired: 0 }]);
  platform.emulator.control.setAccountState(seller.account, 'more_needed');
  const opened = context.waitForEvent('page');
  await frame('Notifications').getByRole('button', { name: 'Provide information' }).click();
  const onboarding = await opened;
  await expect(onboarding.getByRole('heading', { name: 'Identity document' })).toBeVisible();
  await onboarding.getByRole('button', { name: 'Continue' }).click();
  await onboarding.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(page.locator('iframe[title="Notifications"]')).toHaveCSS('height', '0px');
  await expect
    .poll(() => heard('OnNotificationsChange'))
    .toEqual([
      { total: 0, actionRequired: 0 },
      { total: 1, actionRequired: 1 },
      { total: 0, actionRequired: 0 },
    ]);
});

test('a seller changes the schedule and sends money by hand', async ({ open, seller }) => {
  await seller.pay(10_000);
  const { frame, settled } = await open({}, { tag: 'balances' }, { tag: 'payouts' });
  await settled();
  await frame('Payouts').getByRole('button', { name: 'Edit schedule' }).click();
  await frame('Payouts').getByLabel('How often').selectOption('manual');
  await frame('Payouts').getByRole('button', { name: 'Save schedule' }).click();
  await frame('Balances').getByRole('button', { name: 'Pay out', exact: true }).click();
  await frame('Balances').getByLabel('Amount to pay out').fill('50.00');
  await frame('Balances').getByRole('button', { name: 'Send $50.00 to bank' }).click();
  await expect(frame('Payouts').getByRole('cell', { name: '$50.00 USD' })).toBeVisible();
  await expect(frame('Balances').getByText('$46.80')).toBeVisible();
});

test('a banner says nothing of what the page does not want collected, and leads to the rest', async ({
  open,
  platform,
  seller,
  context,
}) => {
  platform.emulator.control.setAccountState(seller.account, 'more_needed');
  const excluding = { fields: 'currently_due', requirements: { exclude: ['individual.verification.document'] } };
  const { frame, heard } = await open({}, { ...banner, values: { CollectionOptions: excluding } });
  await expect.poll(() => heard('OnNotificationsChange')).toEqual([{ total: 0, actionRequired: 0 }]);
  const only = { fields: 'currently_due', requirements: { only: ['individual.*'] } };
  await open({}, { ...banner, values: { CollectionOptions: only } });
  const opened = context.waitForEvent('page');
  await frame('Notifications').getByRole('button', { name: 'Provide information' }).click();
  await expect((await opened).getByRole('heading', { name: 'Identity document' })).toBeVisible();
});

test('a banner whose window is blocked offers a link', async ({ open, platform, seller, context }) => {
  platform.emulator.control.setAccountState(seller.account, 'more_needed');
  platform.emulator.control.fault({ kind: 'blocked_window' });
  const { frame } = await open({}, banner);
  await frame('Notifications').getByRole('button', { name: 'Provide information' }).click();
  const opened = context.waitForEvent('page');
  await frame('Notifications').getByRole('link', { name: 'Open in a new tab' }).click();
  await expect((await opened).getByRole('heading', { name: 'Identity document' })).toBeVisible();
});
