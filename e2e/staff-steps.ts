/** What staff do, step by step, in a real browser. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Stack } from '../scripts/stack.ts';
import { expect } from './fixtures.ts';

const PASSWORD = 'a kettle of grey herons';
const HALF_MINUTE_MS = 30_000;

/** Adds somebody as the operator does, and returns their set-up link. */
export async function addStaff({ dataDir, appUrl }: Stack, email: string): Promise<string> {
  const program = join(import.meta.dirname, '../apps/bff/src/manage-staff.ts');
  const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: appUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'add', email, '--name', 'Ada Okafor'], {
    env,
  });
  return /https?:\S+set-up#\S+/u.exec(stdout)?.[0] ?? '';
}

/** Fills the page of a set-up link; what comes after it is on the screen then. */
export async function fillSetUp(page: Page, link: string): Promise<TOTP> {
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
  await page.getByLabel('Code', { exact: true }).fill(totp.generate({ timestamp: Date.now() - HALF_MINUTE_MS }));
  return totp;
}

/** Gives both factors. */
export async function signInStaff(page: Page, email: string, totp: TOTP): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Code', { exact: true }).fill(totp.generate());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('searchbox')).toBeVisible();
}

/** Adds somebody of the staff, sets them up and signs them in. */
export async function becomeStaff(page: Page, stack: Stack): Promise<void> {
  const email = `ada-${crypto.randomUUID()}@platform.example`;
  const totp = await fillSetUp(page, await addStaff(stack, email));
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('link', { name: 'I have them: sign in' }).click();
  await signInStaff(page, email, totp);
}
