import base from './playwright.config.ts';

/** Pictures of every screen, for people to look at: `pnpm screenshots`, then open `screenshots/`. */
export default {
  ...base,
  testDir: 'screenshots',
  testMatch: '**/*.shot.ts',
  timeout: 180_000,
  use: { ...base.use, trace: 'off' as const, actionTimeout: 20_000 },
};
