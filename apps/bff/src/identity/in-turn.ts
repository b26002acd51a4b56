import { problem } from '../http/index.ts';

/** Hashing takes a core for some 25 ms and 19 MiB: two at a time leave the machine to the other requests. */
const mostAtOnce = 2;
/** Who would wait longer than about two seconds is told so at once. */
const mostWaiting = 100;

const waiting: (() => void)[] = [];
let running = 0;

/**
 * Does heavy work, a bounded number at a time, in the order it came.
 *
 * @throws {Problem} `unavailable` when too many wait already.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await turn();
  try {
    return await work();
  } finally {
    // The next in line takes over this place; without one it becomes free.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function turn(): Promise<void> {
  if (running < mostAtOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= mostWaiting) throw problem('unavailable', { retryAfterSeconds: 5 });
  await new Promise<void>((resolve) => waiting.push(resolve));
}
