import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { browserBundle } from '../src/connect-js/bundle.ts';

/** Builds what is packed: one program without dependencies, and what it reads. */
const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const pathOf = (file: string): string => fileURLToPath(new URL(file, root));

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await build({
  entryPoints: [pathOf('src/cli.ts')],
  outfile: pathOf('dist/cli.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  legalComments: 'linked',
  // The bundler is only asked where `browser.json` is missing; the rest are optional parts of ws.
  external: ['esbuild', 'bufferutil', 'utf-8-validate'],
  // What is bundled and was written for `require` still finds it.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const { frameAssets, ...scripts } = await browserBundle();
writeFileSync(
  new URL('browser.json', dist),
  JSON.stringify({ ...scripts, frameAssets: Object.fromEntries(frameAssets) }),
);
copyFileSync(new URL('src/hosted/hosted.css', root), new URL('hosted.css', dist));
