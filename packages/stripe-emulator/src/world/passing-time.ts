import type { World } from './world.ts';

/** Something that time alone brings about: payouts arrive, sessions end. */
export interface Happening {
  /** When it happens next; undefined when nothing is waiting. */
  next(world: World): number | undefined;
  /** Does what is due now. It must move `next` on. */
  run(world: World): void;
}

/** Lives through everything that became due, in order, each at its own moment. */
export function catchUp(world: World, happenings: readonly Happening[]): void {
  const untilUnix = world.clock.nowUnix();
  for (;;) {
    const due = happenings
      .map((happening) => ({ happening, unix: happening.next(world) ?? Number.POSITIVE_INFINITY }))
      .toSorted((one, other) => one.unix - other.unix)[0];
    if (due === undefined || due.unix > untilUnix) return;
    world.clock.at(due.unix, () => {
      world.store.transaction(() => {
        due.happening.run(world);
      });
    });
  }
}
