import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressAll } from './precompress.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sellerdesk-precompress-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a script and a stylesheet get a smaller copy that says the same', () => {
  const text = 'const same = "words";\n'.repeat(200);
  for (const file of ['index-a1.js', 'index-b2.css']) {
    writeFileSync(join(dir, file), text);
    compressAll(dir);
    const copy = readFileSync(join(dir, `${file}.br`));
    expect(brotliDecompressSync(copy).toString()).toBe(text);
    expect(copy.length).toBeLessThan(text.length / 10);
  }
});

test('what the server fills in, and what is small already, gets no copy', () => {
  writeFileSync(join(dir, 'index.html'), 'page '.repeat(1000));
  writeFileSync(join(dir, 'small.js'), 'tiny');
  compressAll(dir);
  expect(existsSync(join(dir, 'index.html.br'))).toBe(false);
  expect(existsSync(join(dir, 'small.js.br'))).toBe(false);
});
