import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    globalSetup: ['./src/test/start-postgres.ts'],
    // Most tests take milliseconds; those that wait for a job must not fail because the machine is busy with the others.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
