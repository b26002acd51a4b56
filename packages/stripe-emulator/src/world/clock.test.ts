import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { openStore } from './store.ts';

test('a moved clock goes on, and is still moved after a restart', () => {
  const store = openStore(':memory:');
  let realMs = 1_000_000;
  const clock = createClock(store, () => realMs);
  clock.set(5_000_000);
  realMs += 2_000;
  expect(clock.nowMs()).toBe(5_002_000);
  expect(createClock(store, () => realMs).nowMs()).toBe(5_002_000);
});

test('a moment lived through ends with its work, also when that fails', () => {
  const clock = createClock(openStore(':memory:'), () => 9_000);
  expect(clock.at(3, () => clock.nowUnix())).toBe(3);
  expect(() =>
    clock.at(3, () => {
      throw new Error('broken');
    }),
  ).toThrow('broken');
  expect(clock.nowUnix()).toBe(9);
});
