import { existsSync, statSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child-process.ts';

const root = join(import.meta.dirname, '..');
const built = join(root, 'apps/web/dist/index.html');
/** Whatever the build reads. */
export const sources = [
  'apps/web/{build,public,src}/**/*',
  'apps/web/*.{html,ts,json}',
  'packages/{contract,money}/src/**/*',
  'pnpm-lock.yaml',
];

/**
 * Builds what runs in the browser, unless nothing has changed since the last build.
 *
 * @returns whether there was anything to build.
 * @throws {Error} with the builder's own words.
 */
export async function buildWeb(): Promise<boolean> {
  if (existsSync(built) && !(await changedSince(statSync(built).mtimeMs))) return false;
  const build = startChild([join(root, 'apps/web/node_modules/vite/bin/vite.js'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production' },
    cwd: join(root, 'apps/web'),
  });
  const code = await build.ended;
  if (code !== 0) throw new Error(`The browser part could not be built:\n${build.lastLines()}`);
  return true;
}

async function changedSince(builtAtMs: number): Promise<boolean> {
  for await (const path of glob(sources, { cwd: root }))
    if (statSync(join(root, path)).mtimeMs > builtAtMs) return true;
  return false;
}
