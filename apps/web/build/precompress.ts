import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this a compressed copy saves nothing: it all fits the first packet anyway. */
const WORTH_IT_BYTES = 1024;

/** Puts a `.br` beside every script and stylesheet, so that the server never compresses one while somebody waits. */
export function precompress(): Plugin {
  return {
    name: 'sellerdesk:precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      compressAll(dir);
    },
  };
}

/** Compresses what is worth it in a folder. The page itself is not: the server fills it in. */
export function compressAll(dir: string): void {
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:js|css|svg)$/u.test(file)) compress(join(dir, file));
}

function compress(path: string): void {
  const plain = readFileSync(path);
  if (plain.length < WORTH_IT_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }));
}
