import { defineProject } from 'vitest/config';

export default defineProject({
  test: { environment: 'happy-dom', setupFiles: ['./vitest.setup.ts'], testTimeout: 60_000 },
});
