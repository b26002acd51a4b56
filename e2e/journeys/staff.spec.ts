import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { signUp } from '../seller-steps.ts';

const PASSWORD = 'a kettle of grey herons';

// Who is not signed in yet is told so, and who owes the code as well.
test.use({ allowedErrors: [/the server responded with a status of 40[13]/u] });

/** Adds somebody as the operator does, and returns their set-up link. */
async function addStaff(dataDir: string, appUrl: string, email: string): Promise<string> {
  const program = join(import.meta.dirname, '../../apps/bff/src/manage-staff.ts');
  const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: appUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'add', email, '--name', 'Ada Okafor'], {
    env,
  });
  return /https?:\S+set-up#\S+/u.exec(stdout)?.[0] ?? '';
}

async function setUp(page: Page, link: string): Promise<TOTP> {
  await page.goto(link);
  await expect(page.getByText('Ada Okafor')).toBeVisible();
  const secret =
    (await page
      .getByRole('region', { name: /authenticator/iu })
      .locator('code')
      .textContent()) ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/gu, '')) });
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  // The code of the half minute before is right, too, and leaves the present one for signing in.
  await page.getByLabel('Code', { exact: true }).fill(totp.generate({ timestamp: Date.now() - 30_000 }));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  return totp;
}

for (const { name, ...look } of [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const) {
  test.describe(name, () => {
    test.use(look);

    test('staff set themselves up, sign in with both factors, find a seller and sign out', async ({
      page,
      stack,
      context,
    }) => {
      const email = `ada-${look.colorScheme}@platform.example`;
      await signUp(await context.newPage(), 'Fern and Flour');
      const totp = await setUp(page, await addStaff(stack.dataDir, stack.appUrl, email));
      await expect(page.getByRole('listitem')).toHaveCount(10);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'I have them: sign in' }).click();
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByLabel('Code', { exact: true }).fill(totp.generate());
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('searchbox').fill('fern');
      await expect(page.getByRole('heading', { name: 'Fern and Flour' }).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('heading', { name: 'Support sign-in' })).toBeVisible();
    });
  });
}
