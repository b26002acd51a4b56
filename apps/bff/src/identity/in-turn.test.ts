import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('two work at once, the others in the order they came, and too many are told to come back', async () => {
  const started: number[] = [];
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  const work = (number: number) => async (): Promise<number> => {
    started.push(number);
    await gate;
    return number;
  };
  const accepted = Array.from({ length: 102 }, (_, number) => inTurn(work(number)));
  await expect(inTurn(work(102))).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 5 } });
  expect(started).toEqual([0, 1]);
  release();
  expect(await Promise.all(accepted)).toEqual(Array.from({ length: 102 }, (_, number) => number));
  expect(started).toEqual(Array.from({ length: 102 }, (_, number) => number));
});

test('work that fails gives its place to the next', async () => {
  const failing = Array.from({ length: 5 }, () => inTurn(() => Promise.reject(new Error('no'))));
  await Promise.allSettled(failing);
  expect(await inTurn(() => Promise.resolve('done'))).toBe('done');
});
