import { readFileSync } from 'node:fs';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';

test('the balance report adds up and is downloaded', async ({ open, page, seller }) => {
  await seller.pay(10_000, { description: '=Bowl' });
  const { frame } = await open({}, { tag: 'balance-report' });
  await expect(frame('Balance report').getByText('$96.80').first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await frame('Balance report').getByRole('button', { name: 'Download CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^balance-[\d-]+\.csv$/u);
  expect(readFileSync(await download.path(), 'utf8')).toContain(",'=Bowl,usd,100.00,3.20,96.80,");
  await frame('Balance report').getByLabel('From').fill('2020-01-01');
  await frame('Balance report').getByLabel('To').fill('2020-01-31');
  await frame('Balance report').getByRole('button', { name: 'Show' }).click();
  await expect(frame('Balance report').getByText('Nothing on these days')).toBeVisible();
});

test('the payout report tells the page whether it is there', async ({ open }) => {
  const { frame, heard } = await open(
    {},
    { tag: 'payout-reconciliation-report', listeners: ['OnReportAvailabilityLoaded'] },
  );
  await expect(frame('Payout reconciliation report').getByText('Nothing on these days')).toBeVisible();
  await expect.poll(() => heard('OnReportAvailabilityLoaded')).toEqual([{ isReportAvailable: true }]);
});

test('payment-disputes shows the dispute of a payment, and lets it be answered', async ({ open, page, seller }) => {
  const quiet = await seller.pay(2500);
  const disputed = await seller.pay(2500, { card: 'pm_card_createDispute' });
  const listeners = ['OnDisputesLoaded'];
  const { frame, heard } = await open({}, { tag: 'payment-disputes', values: { Payment: quiet }, listeners });
  await expect.poll(() => heard('OnDisputesLoaded')).toEqual([{ total: 0 }]);
  await page.evaluate((payment) => {
    const element = document.querySelector('stripe-connect-payment-disputes');
    if (element && 'setPayment' in element && typeof element.setPayment === 'function') element.setPayment(payment);
  }, disputed);
  const disputes = frame('Payment disputes');
  await disputes.getByRole('button', { name: 'Answer' }).click();
  await disputes.getByRole('textbox').fill('winning_evidence');
  await disputes.getByRole('button', { name: 'Send evidence' }).click();
  await expect(disputes.getByText('decided for you')).toBeVisible();
  await expect.poll(() => heard('OnDisputesLoaded')).toEqual([{ total: 0 }, { total: 1 }]);
});

for (const appearance of [{}, { variables: { colorBackground: '#101214', colorText: '#f4f5f7' } }]) {
  test(`reports break no automatic accessibility rule (${'variables' in appearance ? 'dark' : 'light'})`, async ({
    open,
    page,
    seller,
  }) => {
    const disputed = await seller.pay(2500, { card: 'pm_card_createDispute' });
    const { frame } = await open(
      { appearance, locale: 'de-DE' },
      { tag: 'payment-disputes', values: { Payment: disputed } },
      { tag: 'balance-report' },
      { tag: 'payout-reconciliation-report' },
    );
    await expect(frame('Anfechtungen der Zahlung').getByText('25,00 $')).toBeVisible();
    await expect(frame('Guthabenbericht').locator('tbody tr')).toHaveCount(2);
    await expect(frame('Abgleich der Auszahlungen').getByText('Nichts an diesen Tagen')).toBeVisible();
    await expectAccessible(page);
  });
}
