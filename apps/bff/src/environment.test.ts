import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';
import { Environment } from './environment.ts';

const example = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');
const lines = example.split('\n');
const variables = Object.entries(Environment.properties).map(([name, schema]) => ({
  name,
  fallback: String(Reflect.get(schema, 'default')),
}));

/** Read by `pnpm start` alone, without Stripe keys. */
const ofStart = ['LOCAL_STRIPE_PORT'];

/** Settings stand commented out with their default, so that the file as copied changes nothing. */
const settingOf = (name: string): number => lines.findIndex((line) => line.replace(/^# ?/u, '').startsWith(`${name}=`));

test.each(variables)('$name stands in .env.example with its default, below what it means', ({ name, fallback }) => {
  const at = settingOf(name);
  expect(lines[at]?.replace(/^# ?/u, '')).toBe(`${name}=${fallback}`);
  expect(lines[at - 1]).toMatch(/^# \S.{15,}/u);
});

test('.env.example has nothing that is not read', () => {
  const names = lines.flatMap((line) => /^(?:# ?)?(?<name>[A-Z][A-Z_]+)=/u.exec(line)?.groups?.['name'] ?? []);
  const read = [...variables.map(({ name }) => name), ...ofStart];
  expect(names.toSorted()).toEqual(read.toSorted());
});

test('copied and given two keys, it is a whole configuration', () => {
  const copied = {
    ...parseEnv(example),
    STRIPE_SECRET_KEY: 'sk_test_1234567890',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_12345678',
  };
  const bare = loadConfig({ STRIPE_SECRET_KEY: 'sk_test_1234567890', STRIPE_PUBLISHABLE_KEY: 'pk_test_12345678' });
  expect(loadConfig(copied)).toEqual(bare);
});
