/** What a seller and their customer do, step by step, in a real browser. */
import type { FrameLocator, Page } from '@playwright/test';
import type { Stack } from '../scripts/stack.ts';
import { expect } from './fixtures.ts';

export const password = 'a sentence nobody guesses';

/** Signs a new seller up through the form. */
export async function signUp(page: Page, businessName = 'Fern & Flour'): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Business name').fill(businessName);
  await page.getByLabel('Country').selectOption('GB');
  await page.getByLabel('E-mail').fill(`seller-${crypto.randomUUID()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-up/u);
}

/** Opens hosted onboarding from our own page. */
export async function openOnboarding(page: Page): Promise<void> {
  await page.goto('/onboarding');
  await page.getByRole('button', { name: /Set up payments|Continue with Stripe/u }).click();
  await expect(page.getByText('Stripe emulator · test')).toBeVisible();
}

/** Answers the step that is open with Stripe's test data. */
export async function answerStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use test data' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Answers everything Stripe asks and comes back. */
export async function finishOnboarding(page: Page): Promise<void> {
  for (const title of ['Business type', 'Business details', 'Your details', 'Bank account']) {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await answerStep(page);
  }
  await page.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(page.getByRole('heading', { name: "You're ready to take payments" })).toBeVisible();
}

/** Signs a new seller up and has them onboarded, without the pages another journey shows. */
export async function signUpReady(
  page: Page,
  { localStripe: { control } }: Stack,
  businessName?: string,
): Promise<string> {
  await signUp(page, businessName);
  const account = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
    const reply = await fetch('/api/account', { method: 'POST', headers, body: '{}' });
    const { stripeAccountId }: { stripeAccountId: string } = await reply.json();
    return stripeAccountId;
  });
  control.completeOnboarding(account);
  await page.goto('/onboarding/return');
  await expect(page.getByRole('heading', { name: "You're ready to take payments" })).toBeVisible();
  return account;
}

/** Makes a charge and waits for the link. */
export async function createCharge(
  page: Page,
  { amount, description }: { amount: string; description: string },
): Promise<string> {
  await page.goto('/charges/new');
  await page.getByLabel('Amount').fill(amount);
  await page.getByLabel('What is it for?').fill(description);
  await page.getByRole('button', { name: 'Create charge' }).click();
  await expect(page.getByText('Waiting for your customer')).toBeVisible();
  return page.getByLabel('Link for your customer').inputValue();
}

/** Types a card at Checkout and pays. */
export async function payWithCard(page: Page, cardNumber: string): Promise<void> {
  await page.getByLabel('Email').fill('customer@example.com');
  await page.getByLabel('Card number').fill(cardNumber);
  await page.getByLabel('Expiry').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel('Name on card').fill('Cleo Customer');
  await page.getByRole('button', { name: /^Pay / }).click();
}

/** The inside of an embedded component, by the accessible name of its frame. */
export function embedded(page: Page, title: string): FrameLocator {
  return page.frameLocator(`iframe[title^="${title}"]`);
}
