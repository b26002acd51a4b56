import type { FrameLocator, Page } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import type { Heard, PageOptions, WantedComponent } from './page.browser.ts';
import { type Platform, startPlatform } from './platform.ts';
import { openSeller, type Seller, type SellerKind } from './seller.ts';

export { expect };

/** The open page of the platform, with components of the seller. */
export interface Shown {
  /** Adds components to the page. */
  readonly show: (...components: readonly WantedComponent[]) => Promise<void>;
  /** The inside of a component, by the accessible name of its frame. */
  readonly frame: (title: string) => FrameLocator;
  /** What the page's callbacks of this name were called with, oldest first. */
  readonly heard: (name: string) => Promise<readonly unknown[]>;
  /**
   * Waits until every component has loaded and has its height. Before a click into one of several: what stands above it
   * would still push it away between the press and where it lands.
   */
  readonly settled: () => Promise<void>;
}

interface TestFixtures {
  readonly sellerKind: SellerKind;
  readonly seller: Seller;
  /** Opens the page and shows components of the seller. */
  readonly open: (options: PageOptions, ...components: WantedComponent[]) => Promise<Shown>;
}

interface WorkerFixtures {
  readonly platform: Platform;
}

/** Tests of the embedded components alone: a small page and a local Stripe, without the product. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  platform: [
    async ({}, use) => {
      const platform = await startPlatform();
      await use(platform);
      await platform.stop();
    },
    { scope: 'worker' },
  ],

  // So that dollars are written `$50.00`.
  locale: 'en-US',

  baseURL: async ({ platform }, use) => {
    await use(platform.url);
  },

  sellerKind: [{}, { option: true }],

  seller: async ({ platform, sellerKind }, use) => {
    await use(await openSeller(platform, sellerKind));
    platform.emulator.control.clearFaults();
  },

  open: async ({ page, seller, platform }, use) => {
    const { publishableKey } = platform.emulator;
    const show: Shown['show'] = (...components) =>
      page.evaluate((wanted) => {
        window.platform.show(wanted);
      }, components);

    await use(async (options, ...components) => {
      await page.goto('/');
      await page.evaluate(
        ([account, key, all]) => {
          window.platform.start(account, key, all);
        },
        [seller.account, publishableKey, options] as const,
      );
      await show(...components);
      return {
        show,
        frame: (title) => page.frameLocator(`iframe[title="${title}"]`),
        heard: async (name) => argumentsOf(await page.evaluate(() => window.platform.heard), name),
        settled: () => expect.poll(() => unsettled(page)).toEqual([]),
      };
    });
  },
});

function argumentsOf(heard: readonly Heard[], wanted: string): readonly unknown[] {
  return heard.filter(({ name }) => name === wanted).map(({ argument }) => argument);
}

/** The components that still load or do not have the height of what is in them, by their titles. */
async function unsettled(page: Page): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const iframe of await page.locator('iframe').all()) {
    const content = iframe.contentFrame().locator('#frame');
    const loading = await content.locator('.skeleton').count();
    const inside = await content.evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
    const given = await iframe.evaluate((element) => element.clientHeight);
    if (loading > 0 || inside === 0 || inside !== given) titles.push((await iframe.getAttribute('title')) ?? '');
  }
  return titles;
}
