import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { freePort } from '../../scripts/free-port.ts';
import { startStack } from '../../scripts/stack.ts';
import { browserArgs } from '../playwright.config.ts';
import { embedded, signUpReady } from '../seller-steps.ts';
import { startTlsServer } from './tls-server.ts';

const STRIPES = 'connect-js.stripe.com';

test('the same build in Stripe mode loads connect.js from its real address under the real policy', async () => {
  test.setTimeout(120_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'sellerdesk-stripe-mode-'));
  const stack = await startStack({
    dataDir,
    appPort: await freePort('localhost'),
    stripePort: 0,
    env: { STRIPE_CONNECT_JS_URL: `https://${STRIPES}/v1.0/connect.js`, LOG_LEVEL: 'warn' },
  });
  const tls = await startTlsServer(STRIPES, stack.localStripe.url);
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '',
    args: [
      ...browserArgs,
      `--host-resolver-rules=MAP ${STRIPES}:443 127.0.0.1:${tls.port}`,
      `--ignore-certificate-errors-spki-list=${tls.publicKeyHash}`,
    ],
  });
  try {
    const page = await browser.newPage({ baseURL: stack.appUrl, locale: 'en-GB' });
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/iu.test(message.text())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await signUpReady(page, stack);
    const reply = await page.goto('/payments');
    const policy = reply?.headers()['content-security-policy'] ?? '';
    await expect(embedded(page, 'Payments').getByText('No payments yet')).toBeVisible();
    const scripts = await page
      .locator('script[src*="connect.js"]')
      .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('src')));
    expect(scripts).toEqual([`https://${STRIPES}/v1.0/connect.js`]);
    expect(policy).toMatch(
      /script-src 'self' 'sha256-[\w+/=]+' https:\/\/connect-js\.stripe\.com https:\/\/js\.stripe\.com https:\/\/\*\.js\.stripe\.com;/u,
    );
    expect(policy).not.toContain('http:');
    expect(policy).not.toContain('unsafe');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await tls.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
});
