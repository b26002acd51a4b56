import { readFileSync } from 'node:fs';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';
import type { Platform } from './platform.ts';
import type { Seller } from './seller.ts';

const DAY_MS = 86_400_000;
const DARK = { colorBackground: '#101214', colorText: '#f4f5f7' };

test.use({ allowedErrors: [/status of 40[13]/u] });

test('documents of a month that is over are downloaded, by whoever may', async ({ open, page, seller, platform }) => {
  const month = await payLongAgo(platform, seller);
  const { frame } = await open({}, { tag: 'documents' });
  const documents = frame('Documents');
  await expect(documents.getByRole('row', { name: `${month} Statement` })).toBeVisible();
  await expect(documents.locator('tbody tr')).toHaveCount(2);

  const [statement, activity, invoice] = [
    await downloaded(() => documents.getByRole('button', { name: `Download Statement, ${month}, PDF` }).click()),
    await downloaded(() => documents.getByRole('button', { name: `Download Statement, ${month}, CSV` }).click()),
    await downloaded(() => documents.getByRole('button', { name: `Download Fee invoice, ${month}, PDF` }).click()),
  ];
  expect(statement.name).toMatch(/^statement-\d{4}-\d{2}\.pdf$/u);
  expect(statement.text).toMatch(/^%PDF-1\.4\n[\s\S]*\(\$100\.00\)[\s\S]*%%EOF\n$/u);
  expect(activity.text).toContain(',Bowl,usd,100.00,3.20,96.80,');
  expect(invoice.text).toContain('($3.20)');

  // Without the secret, or with one that may show something else, there is no download.
  const path = `/v1.0/frame-api/documents/${statement.name}`;
  expect(await statusOf(path, '')).toBe(401);
  seller.allow({ balance_report: { enabled: true } });
  await page.reload();
  const { frame: other } = await open({}, { tag: 'documents' });
  await expect(other('Documents').getByText('does not include documents')).toBeVisible();
  expect(await statusOf(path, platform.secretsOf(seller.account).at(-1) ?? '')).toBe(403);

  async function downloaded(click: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
    const downloading = page.waitForEvent('download');
    await click();
    const download = await downloading;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  function statusOf(to: string, secret: string): Promise<number> {
    const found = page.frames().find((known) => known.url().endsWith('/v1.0/frames/documents'));
    if (found === undefined) throw new Error('No frame shows documents');
    return found.evaluate(
      async ([url, key]) => (await fetch(url, { headers: { Authorization: `Bearer ${key}` } })).status,
      [to, secret] as const,
    );
  }
});

for (const variables of [{}, DARK]) {
  test(`documents break no automatic accessibility rule (${variables === DARK ? 'dark' : 'light'})`, async ({
    open,
    page,
    seller,
    platform,
  }) => {
    const { frame } = await open({ appearance: { variables } }, { tag: 'documents' });
    await expect(frame('Documents').getByText('No documents yet')).toBeVisible();
    await expectAccessible(page);
    await payLongAgo(platform, seller);
    // Nobody reloads.
    await expect(frame('Documents').locator('tbody tr')).toHaveCount(2);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    const root = frame('Documents').locator('#frame');
    await expect.poll(() => root.evaluate((inside) => inside.scrollWidth - inside.clientWidth)).toBe(0);
  });
}

/** Lets a customer pay in an earlier month, and returns its name. */
async function payLongAgo({ emulator }: Platform, seller: Seller): Promise<string> {
  const then = new Date(Date.now() - 40 * DAY_MS);
  emulator.control.setClock(then);
  await seller.pay(10_000);
  emulator.control.setClock(new Date());
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(then);
}
