import { expect, test } from '../fixtures.ts';
import { answerStep, finishOnboarding, openOnboarding, signUp } from '../seller-steps.ts';

test('a seller signs up, answers what Stripe asks, and comes back ready', async ({ page }) => {
  await signUp(page);
  await openOnboarding(page);
  await finishOnboarding(page);
  await expect(page).toHaveURL(/\/onboarding\/return$/u);
});

test('a seller saves for later, is told what is missing, and goes on where they stopped', async ({ page }) => {
  await signUp(page);
  await openOnboarding(page);
  await answerStep(page);
  await page.getByRole('button', { name: 'Use test data' }).click();
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(page.getByRole('heading', { name: "You're not done yet" })).toBeVisible();
  await page.getByRole('button', { name: 'Continue with Stripe' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Business details|Your details/u })).toBeVisible();
});

test('a link that was used before leads to a new one by itself', async ({ page, context }) => {
  await signUp(page);
  const links: string[] = [];
  page.on('request', (request) => {
    if (/\/connect\/setup\/s\//u.test(request.url())) links.push(request.url());
  });
  await openOnboarding(page);
  const later = await context.newPage();
  const visited: string[] = [];
  later.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname));
  await later.goto(links[0] ?? '');
  await expect(later.getByRole('heading', { level: 1, name: 'Business type' })).toBeVisible();
  expect(visited).toContain('/onboarding/refresh');
});

test('a link that has run out leads to a new one by itself', async ({ page, stack }) => {
  await signUp(page);
  // Made as the page makes it, and left unopened.
  const link = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
    await fetch('/api/account', { method: 'POST', headers, body: '{}' });
    const reply = await fetch('/api/onboarding-links', { method: 'POST', headers, body: '{}' });
    const { url }: { url: string } = await reply.json();
    return url;
  });
  stack.localStripe.control.advanceClock(10 * 60_000);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Business type' })).toBeVisible();
  expect(page.url()).not.toBe(link);
});
