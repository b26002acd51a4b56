/** Runs every test there is: first those beside the code, then those in a browser. */
import { spawnSync } from 'node:child_process';

const steps = [['node_modules/vitest/vitest.mjs', 'run'], ['scripts/e2e.ts']];

process.exitCode = steps.every((args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0) ? 0 : 1;
