import { brotliCompressSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import type { Stack } from '../../scripts/stack.ts';
import { expect, test } from '../fixtures.ts';
import { embedded, signUpReady } from '../seller-steps.ts';

const KIB = 1024;

test('a component mounts after one API call, one Stripe call and few requests of our own', async ({ page, stack }) => {
  await signUpReady(page, stack);
  await page.goto('about:blank');
  await quiet(stack);
  const own: string[] = [];
  const api: string[] = [];
  const files: Response[] = [];
  page.on('response', (reply) => {
    const url = new URL(reply.url());
    if (url.origin !== stack.appUrl) return;
    (url.pathname.startsWith('/api/') ? api : own).push(url.pathname);
    if (['script', 'stylesheet'].includes(reply.request().resourceType())) files.push(reply);
  });
  stack.localStripe.control.clearRequests();
  await page.goto('/payments');
  await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
  const stripeCalls = stack.localStripe.control.requests().filter(({ path }) => /^\/v[12]\//u.test(path));
  expect(api).toEqual(['/api/account-sessions']);
  expect(stripeCalls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/account_sessions']);
  expect(own.filter((path) => !path.startsWith('/favicon')).length).toBeLessThanOrEqual(4);
  expect(await compressed(files, 'script')).toBeLessThanOrEqual(90 * KIB);
  expect(await compressed(files, 'stylesheet')).toBeLessThanOrEqual(8 * KIB);
});

test('connect.js and the first API call start without waiting for the stylesheet or React', async ({ page, stack }) => {
  await signUpReady(page, stack);
  const held = Promise.withResolvers<undefined>();
  await page.route('**/assets/**', async (route) => {
    await held.promise;
    await route.continue();
  });
  const started = Promise.all([
    page.waitForRequest(`${stack.appUrl}/api/account-sessions`),
    page.waitForRequest(`${stack.localStripe.url}/v1.0/connect.js`),
  ]);
  await page.goto('/payments', { waitUntil: 'commit' });
  await started;
  held.resolve(undefined);
  await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
});

/** Waits until what signing up has set going on the server has been read from Stripe: it would be counted as the page's. */
async function quiet({ localStripe: { control } }: Stack): Promise<void> {
  await control.deliveriesSettled();
  let before = -1;
  const standsStill = (): boolean => {
    const now = control.requests().length;
    const still = now === before;
    before = now;
    return still;
  };
  await expect.poll(standsStill, { intervals: [1000] }).toBe(true);
}

/** Bytes of all files of a type as a browser that takes Brotli receives them. */
async function compressed(files: readonly Response[], type: string): Promise<number> {
  let bytes = 0;
  for (const file of files.filter((one) => one.request().resourceType() === type))
    bytes += brotliCompressSync(await file.body()).length;
  return bytes;
}
