import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, OutputFile } from 'esbuild';

/** The browser's part of the emulator, bundled in memory: there is no build step and nothing on disk to go stale. */
export type BrowserBundle = {
  /** The drop-in for Stripe's connect.js. */
  readonly connectJs: string;
  /** What frames load, by file name: `frame.js`, `frame.css` and one chunk per component. */
  readonly frameAssets: ReadonlyMap<string, string>;
  /** What the control page runs. */
  readonly liveRequests: string;
};

let bundle: Promise<BrowserBundle> | undefined;

/** Bundles once per process; every later call gets the same bundle. */
export function browserBundle(): Promise<BrowserBundle> {
  bundle ??= existsSync(PACKED) ? Promise.resolve(packedBundle()) : bundleBrowserCode();
  return bundle;
}

/** The packed program carries what was bundled when it was packed, and no bundler. */
const PACKED = new URL('browser.json', import.meta.url);

function packedBundle(): BrowserBundle {
  // Only `scripts/build.ts` writes this file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { frameAssets, ...scripts } = JSON.parse(readFileSync(PACKED, 'utf8')) as {
    connectJs: string;
    liveRequests: string;
    frameAssets: Record<string, string>;
  };
  return { ...scripts, frameAssets: new Map(Object.entries(frameAssets)) };
}

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  target: 'es2022',
  legalComments: 'none',
  tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } },
} satisfies BuildOptions;

async function bundleBrowserCode(): Promise<BrowserBundle> {
  const { build } = await import('esbuild');
  const [dropIn, control, frames] = await Promise.all([
    build({ ...COMMON, entryPoints: [browserFile('drop-in/connect.ts')], format: 'iife' }),
    build({ ...COMMON, entryPoints: [browserFile('control/live-requests.ts')], format: 'iife' }),
    build({
      ...COMMON,
      entryPoints: [browserFile('frames/frame.tsx')],
      format: 'esm',
      splitting: true,
      outdir: 'frames',
      chunkNames: 'chunk-[hash]',
    }),
  ]);
  return {
    connectJs: textOf(dropIn.outputFiles),
    frameAssets: byName(frames.outputFiles),
    liveRequests: textOf(control.outputFiles),
  };
}

function browserFile(path: string): string {
  return fileURLToPath(new URL(`browser/${path}`, import.meta.url));
}

function textOf(files: readonly OutputFile[]): string {
  return files.map((file) => file.text).join('');
}

function byName(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [basename(file.path), file.text]));
}
