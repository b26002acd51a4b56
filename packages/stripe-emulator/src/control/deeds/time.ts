import { catchUp } from '../../world/passing-time.ts';
import { integer, required, text } from '../../wire/params.ts';
import { invalidParam } from '../../wire/stripe-error.ts';
import { deed } from '../deed.ts';

/** What may be done to the world's time. */
export const timeDeeds = {
  /** Lets time pass, with everything it brings about. */
  advanceClock: deed(
    { seconds: required(integer({ min: 0 })) },
    ({ world, happenings }) =>
      (ms: number): void => {
        world.clock.set(world.clock.nowMs() + ms);
        catchUp(world, happenings);
      },
    (advance, { seconds }) => {
      advance(seconds * 1000);
    },
  ),
  /** Moves the clock to a moment; into the past nothing happens on the way. */
  setClock: deed(
    { to: required(text()) },
    ({ world, happenings }) =>
      (to: Date): void => {
        world.clock.set(to.getTime());
        catchUp(world, happenings);
      },
    (set, { to }) => {
      set(momentIn(to));
    },
  ),
};

function momentIn(written: string): Date {
  const moment = new Date(written);
  if (Number.isNaN(moment.getTime()))
    throw invalidParam(`Invalid moment: ${written}; one is 2026-11-23T12:00:00Z.`, 'to');
  return moment;
}
