import type { Browser, BrowserContext, Page } from '@playwright/test';
import { sdkFor, type Stack } from '../../scripts/stack.ts';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { forge, frameOf } from '../forge.ts';
import { looks } from '../looks.ts';
import { embedded, signUpReady } from '../seller-steps.ts';
import { becomeStaff } from '../staff-steps.ts';

// Who is not signed in yet, owes a code, or whose view is over, is told so; and so is who tries to change something.
test.use({ allowedErrors: [/the server responded with a status of 40[13]/u] });

const SHOP = 'Fern and Flour';
const REASON = 'Their payout of Monday is missing';

interface Shop {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly account: string;
  readonly payment: string;
  readonly payout: string;
}

/** A seller in a browser of their own, with a payment and a payout. */
async function openShop(browser: Browser, stack: Stack, name: string): Promise<Shop> {
  const context = await browser.newContext({ baseURL: stack.appUrl });
  const page = await context.newPage();
  const account = await signUpReady(page, stack, name);
  const stripe = sdkFor(stack.localStripe);
  const options = { stripeAccount: account };
  const { id: payment } = await stripe.paymentIntents.create(
    {
      amount: 12_000,
      currency: 'gbp',
      description: 'Wedding cake',
      payment_method: 'pm_card_bypassPending',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      confirm: true,
    },
    options,
  );
  const { id: payout } = await stripe.payouts.create({ amount: 5000, currency: 'gbp' }, options);
  return { context, page, account, payment, payout };
}

/** Finds a seller; until they are found, the list shows others, too. */
async function openDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  const row = page.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: 'Look at their pages' }).click();
}

/** Asks for a view in the dialog, and comes to the seller's pages. */
async function startLooking(page: Page, name: string): Promise<void> {
  await openDialog(page, name);
  await giveReason(page, name);
}

/** Says why in the dialog that is open, and comes to the seller's pages. */
async function giveReason(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Look at the pages of ${name}` });
  await dialog.getByLabel('Why').fill(REASON);
  await dialog.getByRole('button', { name: 'Start looking' }).click();
  await expect(page).toHaveURL(/\/support\/view/u);
  await expect(banner(page)).toBeVisible();
}

function banner(page: Page) {
  return page.getByRole('region', { name: 'Support view' });
}

/** The secrets of the Account Sessions that a page is given. */
function secretsOf(page: Page): string[] {
  const secrets: string[] = [];
  page.on('response', async (reply) => {
    if (!reply.url().endsWith('/api/support/account-sessions') || !reply.ok()) return;
    const { accountSession }: { accountSession: { clientSecret: string } } = await reply.json();
    secrets.push(accountSession.clientSecret);
  });
  return secrets;
}

/** What a frame would send to change something. */
function forged({ payment }: Shop): readonly (readonly [path: string, body: object])[] {
  return [
    [`payments/${payment}/refund`, { amount: 100 }],
    ['payouts', { amount: 100, currency: 'gbp' }],
    ['payout-schedule', { interval: 'daily' }],
    ['bank-account', { account_number: '00012345', routing_number: '108800', account_holder_name: 'Eve' }],
    ['onboarding-link', {}],
    ['management/public_details', { statement_descriptor: 'EVES SHOP' }],
  ];
}

/** How our own server answers a view that tries to change something. */
function readOnlyAnswers(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const client = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
    const current = await fetch('/api/support/views/current', { headers: client });
    const { supportView }: { supportView: { supportViewId: string } } = await current.json();
    const headers = { ...client, 'x-sellerdesk-support-view': supportView.supportViewId };
    const changes = ['/api/charges', '/api/account', '/api/account-sessions', '/api/support-views/consent'];
    const replies = changes.map((url) => fetch(url, { method: 'POST', headers, body: '{}' }));
    return (await Promise.all(replies)).map(({ status }) => status);
  });
}

const pages = [
  '',
  '/payments',
  '/payouts',
  '/charges',
  '/charges/new',
  '/onboarding',
  '/account/support-access',
] as const;

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test('every page of a view has the banner, the title and the icon, fits, and breaks no accessibility rule', async ({
      page,
      stack,
      browser,
    }) => {
      const shop = await openShop(browser, stack, `${SHOP} ${look.colorScheme}`);
      await becomeStaff(page, stack);
      await openDialog(page, `${SHOP} ${look.colorScheme}`);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Start looking' }).click();
      await expect(page.getByText('Write in a few words why: at least ten characters.')).toBeVisible();
      await page.getByLabel('Why').fill(REASON);
      await page.getByRole('button', { name: 'Start looking' }).click();
      await expect(banner(page)).toBeVisible();
      for (const path of [...pages, `/payments/${shop.payment}`]) {
        await page.goto(`/support/view${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(banner(page)).toContainText(`Ada Okafor looks at ${SHOP}`);
        await expect(banner(page)).toContainText(REASON);
        await expect(banner(page).getByRole('timer')).toContainText(/^\d+:\d\d left$/u);
        await expect(page).toHaveTitle(/^Support view: /u);
        await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /circle/u);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          look.viewport.width,
        );
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectAccessible(page);
      }
      await shop.context.close();
    });
  });
}

test('support follows a payout, can change nothing, and stops: nothing of the seller is left', async ({
  page,
  stack,
  browser,
}) => {
  const shop = await openShop(browser, stack, 'Harbour Loaves');
  const secrets = secretsOf(page);
  await becomeStaff(page, stack);
  await page.getByRole('searchbox').fill(shop.payout);
  await page.getByRole('link', { name: 'Harbour Loaves' }).click();
  const announced = page.getByRole('region', { name: 'Webhook deliveries' });
  await expect(announced.getByRole('listitem').filter({ hasText: 'payout.created' })).toContainText('Applied');
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(shop.account);
  await page.getByRole('button', { name: 'Look at their pages' }).click();
  await giveReason(page, 'Harbour Loaves');
  await page.getByRole('link', { name: 'Payments', exact: true }).first().click();
  await expect(embedded(page, 'Payments').getByText('Wedding cake')).toBeVisible();
  await page.getByRole('link', { name: 'Payouts', exact: true }).first().click();
  const payouts = embedded(page, 'Payouts');
  await payouts.getByText('£50.00').first().click();
  await expect(embedded(page, 'Payout details').getByText('£50.00').first()).toBeVisible();
  await expect(embedded(page, 'Payout details').getByRole('button', { name: /cancel|pay out/iu })).toHaveCount(0);

  const bank = frameOf(page, 'payouts-list');
  for (const [path, body] of forged(shop))
    for (const component of ['payments', 'payouts-list', 'payout-details', undefined])
      expect([path, await forge(bank, path, { body, secret: secrets.at(-1) ?? '', component })]).toEqual([path, 403]);
  expect(await readOnlyAnswers(page)).toEqual([403, 403, 403, 403]);

  await page.goto('/support/view');
  const inStripe = page.getByRole('button', { name: 'Open in Stripe' });
  await expect(inStripe).toHaveAttribute('aria-disabled', 'true');
  await inStripe.click({ force: true });
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click({ force: true });
  await expect(banner(page)).toBeVisible();
  await page.getByRole('link', { name: 'New charge' }).first().click();
  await expect(page.getByRole('heading', { name: 'Only the seller can use this page' })).toBeVisible();

  await page.goto('/support/view/payments');
  await expect(embedded(page, 'Payments').getByText('Wedding cake')).toBeVisible();
  await page.getByRole('button', { name: 'Stop looking' }).click();
  await expect(page.getByRole('heading', { name: 'You no longer look at Harbour Loaves' })).toBeFocused();
  await expect(page).toHaveTitle(/^Support view over/u);
  await expect(page.locator('iframe')).toHaveCount(0);
  const atStripe = `${stack.localStripe.url}/v1.0/frame-api/revision`;
  const headers = { authorization: `Bearer ${secrets.at(-1)}` };
  await expect.poll(async () => (await fetch(atStripe, { headers })).status).toBe(401);
  expect(await page.content()).not.toContain(shop.account);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toMatch(/accs_|secret|height|filling|acct_/u);
  await page.getByRole('link', { name: 'Back to the sellers' }).click();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('You are looking at nobody')).toBeVisible();
  await shop.context.close();
});

test('a view that the seller ends goes away by itself', async ({ page, stack, browser }) => {
  const shop = await openShop(browser, stack, 'Quayside Books');
  await becomeStaff(page, stack);
  await startLooking(page, 'Quayside Books');
  await shop.page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
    const body = JSON.stringify({ isAllowed: false });
    await fetch('/api/support-views/consent', { method: 'POST', headers, body });
  });
  await expect(page.getByRole('heading', { name: 'You no longer look at Quayside Books' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('The seller ended it')).toBeVisible();
  await shop.context.close();
});
