import base from './playwright.config.ts';

/** Pictures for people to look at: `pnpm screenshots` or `pnpm screenshots:components`, then open `screenshots/`. */
export default {
  ...base,
  testDir: 'screenshots',
  testMatch: '**/*.shot.ts',
  timeout: 180_000,
  use: { ...base.use, trace: 'off' as const, actionTimeout: 20_000 },
};
