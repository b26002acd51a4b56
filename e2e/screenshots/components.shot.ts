import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from '../components/fixtures.ts';
import type { PageOptions } from '../components/page.browser.ts';
import { inlineFor, openNewcomer, openShop, overlaysFor, type Shop } from '../components/shop.ts';

const out = join(import.meta.dirname, '../../screenshots/components');

const brand = {
  colorBackground: '#17130f',
  colorText: '#f6efe6',
  colorPrimary: '#f0a35e',
  fontFamily: 'Georgia, serif',
  borderRadius: '4px',
};
const appearances: Readonly<Record<string, PageOptions['appearance']>> = { light: {}, brand: { variables: brand } };
const locales = ['en-US', 'de-DE'];
const widths = { wide: 1080, phone: 390 };

/** Every component is shown to the same shop, which is made once for each worker. */
const test = base.extend<object, { readonly shop: Shop }>({
  shop: [
    async ({ platform }, use) => {
      await use(await openShop(platform));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  seller: async ({ platform, shop, sellerKind }, use) => {
    await use(sellerKind.isNew === true ? await openNewcomer(platform) : shop.seller);
  },
});

for (const [look, appearance = {}] of Object.entries(appearances))
  for (const locale of locales)
    for (const [size, width] of Object.entries(widths)) {
      const name = `${look}-${locale}-${size}`;
      test.describe(name, () => {
        test.use({ locale, viewport: { width, height: 900 } });

        test('what a shop sees', async ({ open, page, shop }) => {
          const folder = emptied(join(out, name));
          const { show, settled } = await open({ appearance, locale }, ...inlineFor(shop));
          await page.evaluate((dark) => document.body.classList.toggle('dark', dark), look === 'brand');
          await settled();
          // The browser leaves frames below the window unpainted: the window grows instead.
          await page.setViewportSize({ width, height: (await heightOf(page)) + 400 });
          await settled();
          await shootEach(page, folder);
          await page.setViewportSize({ width, height: 900 });
          for (const component of overlaysFor(shop)) {
            await show(component);
            const overlay = page.frameLocator('iframe >> nth=-1');
            await overlay.getByRole('dialog').locator('dl').first().waitFor();
            await painted(page);
            await page.screenshot({ path: join(folder, `${component.tag}.png`) });
            await overlay.getByRole('dialog').press('Escape');
          }
        });

        test.describe(() => {
          test.use({ sellerKind: { isNew: true } });

          test('what a newcomer sees', async ({ open, page }) => {
            const { settled } = await open({ appearance, locale }, { tag: 'account-onboarding' });
            await page.evaluate((dark) => document.body.classList.toggle('dark', dark), look === 'brand');
            await settled();
            await page.setViewportSize({ width, height: (await heightOf(page)) + 400 });
            await shootEach(page, join(out, name));
          });
        });
      });
    }

/** Takes a picture of each component that has a place of its own in the page, by its tag. */
async function shootEach(page: Page, folder: string): Promise<void> {
  await painted(page);
  for (const component of await page.locator('main > :not(h1)').all()) {
    const tag = await component.evaluate((element) => element.localName.replace('stripe-connect-', ''));
    if ((await component.boundingBox())?.height !== 0) await component.screenshot({ path: join(folder, `${tag}.png`) });
  }
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** Pictures for people, not a check: frames of another origin cannot be asked whether they are painted. */
async function painted(page: Page): Promise<void> {
  await page.waitForTimeout(500);
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
