#!/usr/bin/env node
import { existsSync } from 'node:fs';

// Packed it runs what was built; in its own repository there is no build, and Node reads the source.
const packed = new URL('../dist/cli.js', import.meta.url);
await import(existsSync(packed) ? packed.href : new URL('../src/cli.ts', import.meta.url).href);
