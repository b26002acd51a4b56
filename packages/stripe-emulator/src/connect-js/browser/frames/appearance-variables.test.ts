import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { appearanceVariables } from './appearance-variables.ts';

it('knows exactly the appearance variables of the installed connect-js', () => {
  const loader = fileURLToPath(import.meta.resolve('@stripe/connect-js'));
  const source = readFileSync(`${loader.split('/dist/')[0]}/src/exportedTypes/shared.ts`, 'utf8');
  const type = /^export type AppearanceVariables = \{\n([\s\S]*?)^\};/m.exec(source)?.[1] ?? '';
  const installed = [...type.matchAll(/^ {2}(\w+)\?:/gm)].map((match) => match[1]);
  expect(installed.length).toBeGreaterThan(90);
  expect([...appearanceVariables].toSorted()).toEqual(installed.toSorted());
});
