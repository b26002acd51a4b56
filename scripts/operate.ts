/** Runs a program of the operator, named by its file, on the data that `start` uses, with its options. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSettings } from './start-settings.ts';

const root = join(import.meta.dirname, '..');
const envFile = join(root, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

const [name = '', ...options] = process.argv.slice(2);
const program = join(root, `apps/bff/src/${name}.ts`);
const env = { ...process.env, DATA_DIR: startSettings(process.env, false).dataDir };
process.exitCode = spawnSync(process.execPath, [program, ...options], { env, stdio: 'inherit' }).status ?? 1;
