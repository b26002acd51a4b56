import { sdkFor } from '../../scripts/stack.ts';
import { expect, test } from '../fixtures.ts';
import { signUpReady } from '../seller-steps.ts';

const cases = [
  ['never answers', { kind: 'status', status: 500 }],
  ['loses its answer', { kind: 'lost_answer' }],
] as const;

for (const [what, fault] of cases) {
  test(`when Stripe ${what} while charging, the charge is being checked, and settled once`, async ({ page, stack }) => {
    const { control } = stack.localStripe;
    const account = await signUpReady(page, stack);
    control.fault({ ...fault, path: '/v1/checkout/sessions', method: 'POST' });
    await page.goto('/charges/new');
    await page.getByLabel('Amount').fill('30');
    await page.getByLabel('What is it for?').fill('Teapot');
    await page.getByRole('button', { name: 'Create charge' }).click();
    await expect(page.getByRole('heading', { name: 'Checking with Stripe' })).toBeVisible({ timeout: 40_000 });
    control.clearFaults();
    await expect(page.getByRole('heading', { name: 'Waiting for your customer' })).toBeVisible({ timeout: 75_000 });
    const sessions = await sdkFor(stack.localStripe).checkout.sessions.list({}, { stripeAccount: account });
    expect(sessions.data).toHaveLength(1);
  });
}

test.describe.configure({ timeout: 150_000 });
