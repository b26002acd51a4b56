import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';

const DARK = { colorBackground: '#101214', colorText: '#f4f5f7', colorPrimary: '#8f8aff' };

test('the appearance changes while it is shown', async ({ open, page, seller }) => {
  await seller.pay(2500);
  const { frame } = await open({ appearance: { variables: { colorPrimary: '#0b6b57' } } }, { tag: 'payments' });
  const root = frame('Payments').locator('#frame');
  await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.evaluate((variables) => {
    window.platform.connect().update({ appearance: { variables } });
  }, DARK);
  await expect(root).toHaveCSS('background-color', 'rgb(16, 18, 20)');
  await expect(root).toHaveCSS('color', 'rgb(244, 245, 247)');
  await expect(frame('Payments').locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('without an appearance it continues the page: its font and its dark ground', async ({ open, page }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => document.body.classList.add('dark'));
  });
  const { frame } = await open({}, { tag: 'payments' });
  const root = frame('Payments').locator('#frame');
  await expect(root).toHaveCSS('background-color', 'rgb(20, 22, 26)');
  await expect(root).toHaveCSS('font-family', 'Georgia, serif');
  await expect(frame('Payments').locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('the locale writes amounts and dates', async ({ open, seller }) => {
  await seller.pay(123_450);
  const { frame } = await open({ locale: 'de-DE' }, { tag: 'payments' });
  await expect(frame('Zahlungen').getByText('1.234,50 $')).toBeVisible();
});

for (const [from, font, family] of [
  ['the page itself', { family: 'Of the page', src: 'url("/fonts/box.ttf")' }, 'Of the page'],
  ['a style sheet', { cssSrc: '/fonts/sheet.css' }, 'From a sheet'],
] as const) {
  test(`a font of ${from} is used in components`, async ({ open }) => {
    const appearance = { variables: { fontFamily: `"${family}", monospace` } };
    const { frame } = await open({ appearance, fonts: [font] }, { tag: 'payments' });
    const root = frame('Payments').locator('#frame');
    await expect(frame('Payments').getByText('No payments yet')).toBeVisible();
    await expect
      .poll(() =>
        root.evaluate(
          (_, name) => [...document.fonts].map((face) => [face.family.includes(name), face.status]),
          family,
        ),
      )
      .toEqual([[true, 'loaded']]);
    expect(await root.evaluate((_, name) => document.fonts.check(`14px "${name}"`, 'A'), family)).toBe(true);
    await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });
}

test('ids are shown when the platform wants them', async ({ open, seller }) => {
  const payment = await seller.pay(2500);
  const { frame } = await open({ displayOptions: { showObjectIds: true } }, { tag: 'payments' });
  await expect(frame('Payments').getByRole('cell', { name: payment })).toBeVisible();
});

for (const width of [390, 1100]) {
  test(`at ${width} pixels no frame is lower than what is in it, or wider than the page`, async ({
    open,
    page,
    seller,
    platform,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const index of Array.from({ length: 11 }).keys()) await seller.pay(3000, { description: `Item ${index}` });
    platform.emulator.control.setAccountState(seller.account, 'more_needed');
    const { frame, settled } = await open(
      {},
      { tag: 'notification-banner' },
      { tag: 'balances' },
      { tag: 'payments' },
      { tag: 'payouts' },
    );
    await expect(frame('Payments').locator('tbody tr')).toHaveCount(10);
    await expect(frame('Payouts').getByText('Edit schedule')).toBeVisible();
    await settled();
    for (const title of ['Notifications', 'Balances', 'Payments', 'Payouts']) {
      const root = frame(title).locator('#frame');
      expect(await root.evaluate((inside) => inside.scrollWidth > inside.clientWidth)).toBe(false);
    }
  });
}

for (const variables of [{}, DARK]) {
  test(`nothing breaks an automatic accessibility rule on ${variables === DARK ? 'dark' : 'light'} ground`, async ({
    open,
    page,
    seller,
    platform,
  }) => {
    await seller.pay(2500);
    const disputed = await seller.pay(2500, { card: 'pm_card_createDispute' });
    await seller.pay(2500, { card: 'pm_card_chargeDeclined' });
    platform.emulator.control.setAccountState(seller.account, 'more_needed');
    const { frame, show } = await open(
      { appearance: { variables } },
      { tag: 'notification-banner' },
      { tag: 'balances' },
      { tag: 'payments' },
      { tag: 'payouts' },
      { tag: 'disputes-list' },
    );
    await expect(frame('Payments').locator('tbody tr')).toHaveCount(3);
    await expect(frame('Disputes').locator('tbody tr')).toHaveCount(1);
    await expectAccessible(page);
    await show({ tag: 'payment-details', values: { Payment: disputed } });
    await expect(frame('Payment details').getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}
