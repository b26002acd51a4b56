import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { demo, ensureDemoData } from '../../scripts/demo-data.ts';
import { freePort } from '../../scripts/free-port.ts';
import { createProgress } from '../../scripts/progress.ts';
import { sdkFor, type Stack, startStack } from '../../scripts/stack.ts';
import { createCharge, openOnboarding, signUp } from '../seller-steps.ts';
import { becomeStaff } from '../staff-steps.ts';

const out = join(import.meta.dirname, '../../screenshots');
const looks = [
  { name: 'wide-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'wide-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

const test = base.extend<object, { readonly stack: Stack }>({
  stack: [
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sellerdesk-screens-'));
      const appPort = await freePort('localhost');
      const stack = await startStack({ dataDir, appPort, stripePort: 0, env: { LOG_LEVEL: 'warn' } });
      await ensureDemoData(stack, dataDir, createProgress(process.stdout));
      await use(stack);
      await stack.stop();
      rmSync(dataDir, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.appUrl);
  },
});

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test('every screen', async ({ page, stack }) => {
      rmSync(join(out, name), { recursive: true, force: true });
      mkdirSync(join(out, name), { recursive: true });
      await shoot(page, stack, name);
    });
  });
}

async function shoot(page: Page, stack: Stack, name: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  let count = 0;
  const shot = async (screen: string, of: Page = page): Promise<void> => {
    await settled(of);
    count += 1;
    const file = `${String(count).padStart(2, '0')}-${screen}.png`;
    await of.setViewportSize({ width, height: Math.max(height, await heightOf(of)) });
    // Pictures for people, not a check: frames of another origin cannot be asked whether they are painted at the new size.
    await of.waitForTimeout(300);
    await of.screenshot({ path: join(out, name, file) });
    await of.setViewportSize({ width, height });
  };
  await page.goto('/sign-in');
  await shot('sign-in');
  await page.goto('/sign-up');
  await shot('sign-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await shot('sign-up-refused');
  await signUp(page);
  await page.goto('/');
  await shot('home-of-a-new-seller');
  await page.goto('/payments');
  await shot('payments-of-a-new-seller');
  await page.goto('/onboarding');
  await shot('onboarding');
  await openOnboarding(page);
  await shot('hosted-onboarding');
  await page.getByRole('button', { name: 'Use test data' }).click();
  await page.getByRole('button', { name: 'Save for later' }).click();
  await page.getByRole('heading', { name: "You're not done yet" }).waitFor();
  await shot('onboarding-saved');
  await page.context().clearCookies();

  await signInDemo(page, stack);
  await shot('home');
  for (const screen of ['payments', 'payouts', 'charges', 'onboarding', 'account/support-access']) {
    await page.goto(`/${screen}`);
    await shot(screen.replace('/', '-'));
  }
  const { id } = await paymentOf(stack);
  await page.goto(`/payments/${id}`);
  await shot('payment');
  await page.goto('/charges/new');
  await shot('new-charge');
  await page.getByLabel('Amount').fill('1250');
  await page.getByLabel('What is it for?').fill('Wedding list, table for twelve');
  await shot('new-charge-filled');
  const link = await createCharge(page, { amount: '65', description: 'Wheel-throwing class' });
  await shot('charge-waiting');
  await page.goto(link);
  await shot('checkout');
  await page.goto(`${stack.localStripe.url}/dashboard`);
  await shot('stripe-dashboard');
  await page.route(/connect\.js$/u, (route) => route.abort());
  await page.goto(`${stack.appUrl}/payouts`);
  await page.getByRole('button', { name: 'Try again' }).first().waitFor();
  await shot('payouts-blocked');
  await page.goto(`${stack.appUrl}/nowhere`);
  await shot('not-found');
  await page.unroute(/connect\.js$/u);
  await page.context().clearCookies();
  await shootSupport(page, stack, shot);
}

/** What staff see, and every page of a support view. */
async function shootSupport(
  page: Page,
  stack: Stack,
  shot: (screen: string, of?: Page) => Promise<void>,
): Promise<void> {
  await becomeStaff(page, stack);
  await page.getByRole('searchbox').fill(demo.email);
  await shot('support');
  await page.getByRole('listitem').getByRole('heading').getByRole('link').first().click();
  await page.getByText('Applied').first().waitFor();
  await shot('support-seller');
  await page.getByRole('button', { name: 'Look at their pages' }).click();
  await shot('support-dialog');
  await page.getByLabel('Why').fill('Their payout of Monday is missing');
  await page.getByLabel('Ticket').fill('T-2041');
  await page.getByRole('button', { name: 'Start looking' }).click();
  await page.getByRole('timer').waitFor();
  const { id } = await paymentOf(stack);
  for (const screen of ['', 'payments', `payments/${id}`, 'payouts', 'charges', 'charges/new', 'onboarding']) {
    await page.goto(`/support/view/${screen}`);
    await shot(`support-view-${screen.replaceAll('/', '-').replace(id, 'one') || 'home'}`);
  }
  await shootSupportAccess(page, stack, shot);
  await page.getByRole('button', { name: 'Stop looking' }).click();
  await page.getByRole('link', { name: 'Back to the sellers' }).waitFor();
  await shot('support-view-over');
}

/** What the seller sees while support looks. */
async function shootSupportAccess(
  page: Page,
  stack: Stack,
  shot: (screen: string, of?: Page) => Promise<void>,
): Promise<void> {
  const context = await page.context().browser()?.newContext({
    baseURL: stack.appUrl,
    viewport: page.viewportSize(),
    colorScheme: (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? 'dark' : 'light',
  });
  if (context === undefined) throw new Error('the browser is gone');
  const seller = await context.newPage();
  await signInDemo(seller, stack);
  await seller.goto('/account/support-access');
  await seller.getByRole('button', { name: 'End now' }).waitFor();
  await shot('support-access-running', seller);
  await context.close();
}

async function signInDemo(page: Page, stack: Stack): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(demo.email);
  await page.getByLabel('Password', { exact: true }).fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${stack.appUrl}/`);
}

async function paymentOf({ localStripe }: Stack): Promise<{ id: string }> {
  const stripe = sdkFor(localStripe);
  const { data } = await stripe.accounts.list({ limit: 100 });
  const account = data.find(({ email }) => email === demo.email) ?? data.at(-1);
  const payments = await stripe.paymentIntents.list({ limit: 1 }, { stripeAccount: account?.id ?? '' });
  const payment = payments.data[0];
  if (payment === undefined) throw new Error('The demo seller has no payment.');
  return payment;
}

/** The browser leaves frames below the window unpainted in a picture of the whole page: the window grows instead. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** Waits until nothing loads and no skeleton is left, in the page and its frames. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame
      .locator('[aria-busy="true"], .skeleton')
      .first()
      .waitFor({ state: 'hidden', timeout: 5_000 })
      // What still loads then is what the picture is about.
      .catch(() => undefined);
  // Likewise for what still fades; nothing is concluded from it.
  await page.waitForTimeout(500);
}
