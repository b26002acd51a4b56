import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Waits until every embedded component of the page has loaded and has its height. */
export async function componentsSettled(page: Page): Promise<void> {
  await expect.poll(() => unsettled(page)).toEqual([]);
}

/** Takes no room while there is nothing to tell. */
const BANNER = 'Notifications';

/** The components that still load or do not have the height of what is in them, by their titles. */
async function unsettled(page: Page): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const iframe of await page.locator('iframe').all()) {
    const title = (await iframe.getAttribute('title')) ?? '';
    const content = iframe.contentFrame().locator('#frame');
    const loading = await content.locator('.skeleton').count();
    const inside = await content.evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
    const given = await iframe.evaluate((element) => element.clientHeight);
    const isEmpty = inside === 0 && title !== BANNER;
    if (loading > 0 || isEmpty || inside !== given) titles.push(title);
  }
  return titles;
}
