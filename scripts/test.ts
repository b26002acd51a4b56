/** Runs every test there is: first those beside the code, then those in a browser. */
import { spawnSync } from 'node:child_process';

/** Generous: a test that waits for something must not fail because the machine is busy with all the others. */
const patience = ['--testTimeout=60000', '--hookTimeout=60000'];
const steps = [['node_modules/vitest/vitest.mjs', 'run', ...patience], ['scripts/e2e.ts']];

process.exitCode = steps.every((args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0) ? 0 : 1;
