import { expect, test } from 'vitest';
import { endpoints } from './endpoints.ts';
import { commonProblems, problems } from './problems.ts';

test('every problem is one that some endpoint says it answers', () => {
  const said = new Set<string>([...commonProblems, ...endpoints.flatMap((endpoint) => endpoint.problems)]);
  expect(Object.keys(problems).filter((code) => !said.has(code))).toEqual([]);
});
