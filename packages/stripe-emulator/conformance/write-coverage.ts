import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from './coverage.ts';

const readme = join(import.meta.dirname, '../README.md');
const marked = /<!-- coverage -->[\s\S]*<!-- end of coverage -->/u;
const table = `<!-- coverage -->\n\n${coverageTable()}\n\n<!-- end of coverage -->`;
writeFileSync(
  readme,
  readFileSync(readme, 'utf8').replace(marked, () => table),
);
