import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROME_PATH'];

/** What a headless Chromium needs on a machine without a screen or network; nothing that weakens the web's own rules. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A limit is for what hangs. On a busy machine the same step takes many times as long, and is no less right.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./reporters/summary.ts']],
  use: {
    browserName: 'chromium',
    launchOptions: { args: browserArgs, ...(executablePath !== undefined && { executablePath }) },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
});
