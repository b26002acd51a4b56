import { operations } from '../src/api/index.ts';
import { cases } from './cases/index.ts';

/** Says of every endpoint whether its answers are shown to be what the SDK's types promise, as a table for the README. */
export function coverageTable(): string {
  const shown = new Set(cases.map(([endpoint]) => endpoint));
  const endpoints = operations.map(({ method, path }) => `${method} ${path}`).toSorted(byPath);
  const marks = endpoints.map((endpoint) => (shown.has(endpoint) ? 'yes' : 'no'));
  const width = Math.max(...endpoints.map(({ length }) => length)) + 2;
  const count = marks.filter((mark) => mark === 'yes').length;
  const rows = endpoints.map(
    (endpoint, index) => `| ${`\`${endpoint}\``.padEnd(width)} | ${(marks[index] ?? '').padEnd(5)} |`,
  );
  return [
    `${count} of ${endpoints.length} endpoints are shown by the compiler.`,
    '',
    `| ${'endpoint'.padEnd(width)} | shown |`,
    `| ${'-'.repeat(width)} | ----- |`,
    ...rows,
  ].join('\n');
}

function byPath(one: string, other: string): number {
  const [oneMethod = '', onePath = ''] = one.split(' ');
  const [otherMethod = '', otherPath = ''] = other.split(' ');
  return onePath.localeCompare(otherPath) || oneMethod.localeCompare(otherMethod);
}
