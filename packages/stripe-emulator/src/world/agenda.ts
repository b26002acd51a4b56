import type { World } from './world.ts';

/** What time brings about for one object. */
export type Deed =
  | 'authorization_ends'
  | 'charge_expires'
  | 'checkout_expires'
  | 'dispute_lapses'
  | 'payment_confirms'
  | 'payout_arrives'
  | 'payout_leaves'
  | 'refund_settles'
  | 'requirement_falls_due';

export interface Appointment {
  readonly deed: Deed;
  readonly id: string;
}

/** Puts something down that will happen to an object. Whether it still applies is asked when its time has come. */
export function putOnAgenda(world: World, dueUnix: number, deed: Deed, id: string): void {
  world.store.prepare('insert into agenda (due_unix, deed, id) values (?, ?, ?)').run(dueUnix, deed, id);
}

/** When the next thing is due; undefined when nothing is waiting. */
export function nextOnAgenda({ store }: World): number | undefined {
  const first = store.prepare('select min(due_unix) as due from agenda').get()?.['due'];
  return typeof first === 'number' ? first : undefined;
}

/** Takes everything that is due now off the agenda, in the order in which it is due. */
export function takeFromAgenda({ store, clock }: World): readonly Appointment[] {
  const now = clock.nowUnix();
  const due = store.prepare('select deed, id from agenda where due_unix <= ? order by due_unix, seq').all(now);
  store.prepare('delete from agenda where due_unix <= ?').run(now);
  // Only `putOnAgenda` writes here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return due.map(({ deed, id }) => ({ deed: String(deed) as Deed, id: String(id) }));
}
