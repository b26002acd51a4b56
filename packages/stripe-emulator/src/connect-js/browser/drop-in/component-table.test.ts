import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { components } from './component-table.ts';

// connect-js does not export these names; its package carries the source they stand in.
const loader = fileURLToPath(import.meta.resolve('@stripe/connect-js'));
const source = readFileSync(`${loader.split('/dist/')[0]}/src/components/componentsAndSetters.ts`, 'utf8');

function between(start: string, end: string): string {
  const from = source.indexOf(start);
  return source.slice(from, source.indexOf(end, from));
}

function settersIn(text: string): string[] {
  return [...text.matchAll(/^\s+(set\w+):/gm)].map((match) => match[1] ?? '').toSorted();
}

function installedTags(): string[] {
  const list = between('connectElementTagNames = [', '] as const');
  return [...list.matchAll(/"([a-z-]+)"/g)].map((match) => match[1] ?? '').toSorted();
}

function installedSetters(tag: string): string[] {
  const custom = between('ConnectElementCustomMethodConfig = {', '\n};');
  const block = new RegExp(`^  "?${tag}"?: \\{\\n([\\s\\S]*?)^  \\}`, 'm').exec(custom)?.[1] ?? '';
  return [...settersIn(between('ConnectElementCommonMethodConfig = {', '\n};')), ...settersIn(block)].toSorted();
}

describe('the component table', () => {
  it('has exactly the tags of the installed connect-js', () => {
    expect(installedTags()).toHaveLength(21);
    expect(Object.keys(components).toSorted()).toEqual(installedTags());
  });

  it.each(Object.entries(components))('has exactly the setters that connect-js calls on %s', (tag, component) => {
    const ours = [...component.values, ...component.listeners].map((name) => `set${name}`).toSorted();
    expect(ours).toEqual(installedSetters(tag));
  });
});
