import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrastOf } from '../ui/accent.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-theme='dark']");

/** Texts and the grounds they stand on. */
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'muted', 'faint'].flatMap((text) => ['ground', 'surface', 'hover'].map((on) => [text, on] as const)),
  ...['positive', 'warning', 'danger'].flatMap((tone) =>
    [`${tone}-surface`, 'surface', 'ground'].map((on) => [tone, on] as const),
  ),
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['on-inverse', 'inverse'],
];

test.each(['light', 'dark'])('every text can be read on every ground it stands on, %s', (theme) => {
  const values = tokensOf(theme === 'light' ? light : light + dark);
  const unreadable = pairs.filter(([text, ground]) => contrastOf(valueOf(values, text), valueOf(values, ground)) < 4.5);
  expect(unreadable).toEqual([]);
});

function tokensOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--(?<name>[\w-]+): (?<value>[^;]+);/gu)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Follows `var(--other)` to a colour. */
function valueOf(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name) ?? '';
  const other = /^var\(--(?<name>[\w-]+)\)$/u.exec(value)?.groups?.['name'];
  return other === undefined ? value : valueOf(values, other);
}
