import type { ArrangedPayment } from './test-cards.ts';
import type { World } from './world.ts';

/*
 * What a test arranged is a part of the world like any other: a restart loses nothing of it, and a request that is undone
 * uses nothing up.
 */

const PAYMENTS = 'arranged_payments';
const PAYOUTS = 'arranged_payouts';

/** Lists what the next payments come to, in their order. */
export function arrangedPayments({ store }: World): readonly ArrangedPayment[] {
  // What `keepPayments` has written.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(store.facts.read(PAYMENTS) ?? '[]') as readonly ArrangedPayment[];
}

/** Arranges what the next payment comes to, after all that was arranged before. */
export function arrangePayment(world: World, arranged: ArrangedPayment): void {
  keepPayments(world, [...arrangedPayments(world), arranged]);
}

/** Uses up what was arranged for a payment that this account has; undefined when nothing was. */
export function takeArrangedPayment(world: World, paid: string): ArrangedPayment | undefined {
  const arranged = arrangedPayments(world);
  const taken = arranged.find(({ account }) => account === null || account === paid);
  if (taken === undefined) return undefined;
  keepPayments(
    world,
    arranged.filter((other) => other !== taken),
  );
  return taken;
}

/** Lets the next payout of an account fail, with this code. */
export function arrangePayoutFailure(world: World, account: string, code: string): void {
  keepPayouts(world, { ...arrangedPayouts(world), [account]: code });
}

/** Uses up what was arranged for the next payout of an account; undefined when nothing was. */
export function takePayoutFailure(world: World, account: string): string | undefined {
  const { [account]: code, ...others } = arrangedPayouts(world);
  if (code !== undefined) keepPayouts(world, others);
  return code;
}

function keepPayments({ store }: World, arranged: readonly ArrangedPayment[]): void {
  store.facts.write(PAYMENTS, JSON.stringify(arranged));
}

function arrangedPayouts({ store }: World): Readonly<Record<string, string>> {
  // What `keepPayouts` has written.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(store.facts.read(PAYOUTS) ?? '{}') as Readonly<Record<string, string>>;
}

function keepPayouts({ store }: World, codes: Readonly<Record<string, string>>): void {
  store.facts.write(PAYOUTS, JSON.stringify(codes));
}
