import { arrangePayment, takeArrangedPayment } from './arrangements.ts';
import { behaviourOf } from './payment-methods.ts';
import type { PaymentIntent, PaymentMethod } from './state.ts';
import { declineNamed, type PaymentTraits, type TestCard } from './test-cards.ts';
import type { World } from './world.ts';

/** What the next payment can be told to come to; each is what some test card does. */
const NEXT_PAYMENTS = {
  decline: (code) => ({ declines: declineNamed(code ?? 'generic_decline') }),
  dispute: (reason) => ({ disputed: { reason } }),
  inquiry: (reason) => ({ disputed: { reason, inquiry: true } }),
  fraud_warning: () => ({ warnsOfFraud: true }),
  payout_fails: (code) => ({ failsPayout: code ?? 'account_closed' }),
  requirement_comes_up: () => ({ makesStripe: 'ask_more' }),
  requirement_falls_due: () => ({ makesStripe: 'block_charges' }),
  payouts_stop: () => ({ makesStripe: 'block_payouts' }),
} as const satisfies Readonly<Record<string, (detail: string | undefined) => PaymentTraits>>;

export type NextPayment = keyof typeof NEXT_PAYMENTS;

/** The names of everything that can be arranged. */
// These are the table's own keys.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const nextPaymentNames = Object.keys(NEXT_PAYMENTS) as readonly NextPayment[];

/** Arranges what the next payment comes to; several wait for one payment each. */
export function arrangeNextPayment(
  world: World,
  what: NextPayment,
  {
    account = null,
    detail,
  }: { readonly account?: string | null | undefined; readonly detail?: string | undefined } = {},
): void {
  arrangePayment(world, { account, traits: NEXT_PAYMENTS[what](detail) });
}

/** Says what a payment comes to: what its card does, and what was arranged for it, which is used up. */
export function behaviourNow(
  world: World,
  intent: Pick<PaymentIntent, 'account' | 'onBehalfOf' | 'transfer'>,
  { card }: PaymentMethod,
): TestCard & PaymentTraits {
  const paid = intent.onBehalfOf ?? intent.transfer?.destination ?? intent.account;
  return { ...behaviourOf(card), ...takeArrangedPayment(world, paid)?.traits };
}
