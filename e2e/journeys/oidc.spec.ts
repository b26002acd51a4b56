import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { test } from '../identity-provider/fixtures.ts';
import { looks } from '../looks.ts';
import { signUp } from '../seller-steps.ts';
import { addStaff, fillSetUp } from '../staff-steps.ts';

// Who is not signed in yet is told so, and who owes the code as well.
test.use({ allowedErrors: [/the server responded with a status of 40[13]/u] });

async function signInAtProvider(page: Page, subject: string): Promise<void> {
  await page.getByRole('link', { name: 'Continue with Marlow ID' }).click();
  await expect(page.getByRole('heading', { name: 'Identity provider' })).toBeVisible();
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test('staff sign in at the identity provider, give their code, and are in', async ({ page, stack, provider }) => {
      const email = `ada-${look.colorScheme}@platform.example`;
      provider.people.set(email, { email, email_verified: true });
      const totp = await fillSetUp(page, await addStaff(stack, email));
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('link', { name: 'I have them: sign in' }).click();
      await expectAccessible(page);
      await signInAtProvider(page, email);
      await page.getByLabel('Code', { exact: true }).fill(totp.generate());
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('searchbox')).toBeVisible();
      await expect(page).toHaveURL(`${stack.appUrl}/support`);
    });

    test('whom nobody has added is told so, and can cancel as well', async ({ page, provider }) => {
      provider.people.set('stranger', { email: 'stranger@platform.example', email_verified: true });
      await page.goto('/support/sign-in');
      await signInAtProvider(page, 'stranger');
      await expect(page.getByRole('alert')).toContainText("you aren't on the staff here");
      await expectAccessible(page);
      await page.context().clearCookies({ domain: '127.0.0.1' });
      await page.getByRole('link', { name: 'Continue with Marlow ID' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('alert')).toContainText('You cancelled at Marlow ID');
    });
  });
}

for (const { name, ...look } of looks) {
  test.describe(`sellers, ${name}`, () => {
    test.use(look);

    test('a seller of whom the provider says all is in at once, where they were going', async ({ page, provider }) => {
      const subject = `all-${look.colorScheme}`;
      provider.people.set(subject, { email: `${subject}@shop.example`, business_name: 'Fern & Flour', country: 'GB' });
      await page.goto('/charges');
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      await expectAccessible(page);
      await signInAtProvider(page, subject);
      await expect(page.getByRole('heading', { level: 1, name: 'Charges' })).toBeVisible();
      await expect(page).toHaveURL(/\/charges$/u);
    });

    test('a seller of whom it says less takes one more step, and is the same the next time', async ({
      page,
      provider,
    }) => {
      const subject = `less-${look.colorScheme}`;
      provider.people.set(subject, { email: `${subject}@shop.example` });
      await page.goto('/sign-in');
      await signInAtProvider(page, subject);
      await expect(page.getByText(`${subject}@shop.example`)).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel('Business name').fill('Kiln');
      await page.getByLabel('Country').selectOption('IE');
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page).toHaveURL(/\d\/$/u);
      await page.context().clearCookies();
      await page.goto('/sign-in');
      await signInAtProvider(page, subject);
      await expect(page).toHaveURL(/\d\/$/u);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });

    test('an address that has an account here is not joined to it', async ({ page, provider }) => {
      await signUp(page);
      const email = await page.evaluate(async () => {
        const seller: { email: string } = await (await fetch('/api/seller')).json();
        return seller.email;
      });
      await page.context().clearCookies();
      provider.people.set(email, { email, email_verified: true, business_name: 'Fern & Flour', country: 'GB' });
      await page.goto('/sign-in');
      await signInAtProvider(page, email);
      await expect(page.getByRole('alert')).toContainText('sign in the way you did before');
      await expectAccessible(page);
    });
  });
}

test('the way back from one browser signs nobody in on another', async ({ page, browser, stack, provider }) => {
  provider.people.set('attacker', { email: 'attacker@platform.example', email_verified: true });
  const leaving = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`));
  await page.goto('/support/sign-in');
  await page.getByRole('link', { name: 'Continue with Marlow ID' }).click();
  const answer = await provider.visit((await leaving).url(), 'attacker');
  const victim = await browser.newPage();
  await victim.goto(answer);
  await expect(victim.getByRole('alert')).toContainText('was begun in another browser');
  expect(await victim.context().cookies(stack.appUrl)).toEqual([]);
  await victim.close();
});
