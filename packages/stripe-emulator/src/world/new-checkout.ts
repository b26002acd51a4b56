import { invalidRequest } from '../wire/stripe-error.ts';
import { putOnAgenda } from './agenda.ts';
import { requireDestinationPossible } from './destination-charges.ts';
import { newId, randomText } from './ids.ts';
import { requireChargeable, requireChargesEnabled, requireFeePossible } from './payment-errors.ts';
import type { CheckoutLine, CheckoutSession } from './state.ts';
import { born, type World } from './world.ts';

const MINUTE = 60;
const SHORTEST = 30 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;

export interface NewCheckoutSession {
  readonly currency: string;
  readonly lines: readonly NewLine[];
  readonly paymentIntentData?: Partial<CheckoutSession['paymentIntentData']>;
  readonly customerEmail?: string | null;
  readonly clientReferenceId?: string | null;
  readonly successUrl: string | null;
  readonly cancelUrl?: string | null;
  /** A day from now unless told. */
  readonly expiresUnix?: number | undefined;
  readonly metadata?: CheckoutSession['metadata'];
}

export type NewLine = Omit<CheckoutLine, 'id' | 'priceId' | 'productId'> & {
  readonly productId?: string | undefined;
  /** A price that is kept; otherwise one is made up for this line. */
  readonly priceId?: string | undefined;
};

const PLAIN_PAYMENT: CheckoutSession['paymentIntentData'] = {
  applicationFeeAmount: null,
  description: null,
  receiptEmail: null,
  statementDescriptorSuffix: null,
  captureMethod: 'automatic_async',
  metadata: {},
};

/**
 * Opens a page on which a customer can pay once.
 *
 * @throws {StripeError} for an amount, fee or end that cannot be, or an account that takes no payments.
 */
export function createCheckoutSession(
  world: World,
  account: string,
  { expiresUnix, lines, paymentIntentData, ...session }: NewCheckoutSession,
): CheckoutSession {
  const amountTotal = lines.reduce((total, { unitAmount, quantity }) => total + unitAmount * quantity, 0);
  requireChargeable(amountTotal, session.currency, "The Checkout Session's total amount due must");
  const { applicationFeeAmount = null } = paymentIntentData ?? {};
  const { transfer = null, onBehalfOf = null } = paymentIntentData ?? {};
  requireDestinationPossible(world, account, { amount: amountTotal, applicationFeeAmount, transfer, onBehalfOf });
  if (transfer === null)
    requireFeePossible(
      world,
      account,
      applicationFeeAmount,
      amountTotal,
      'payment_intent_data[application_fee_amount]',
    );
  requireChargesEnabled(world, onBehalfOf ?? account, 'Checkout Session');
  const endsUnix = endOf(world, expiresUnix);
  const created = world.store.insert('checkout_session', {
    ...born(world, 'cs_test', account),
    id: `cs_test_a1${randomText(world, 56)}`,
    customerEmail: null,
    clientReferenceId: null,
    cancelUrl: null,
    metadata: {},
    ...session,
    paymentIntentData: { ...PLAIN_PAYMENT, ...paymentIntentData },
    status: 'open',
    paymentStatus: 'unpaid',
    amountTotal,
    lines: lines.map(({ productId, priceId, ...line }) => ({
      ...line,
      id: newId(world, 'li'),
      priceId: priceId ?? newId(world, 'price'),
      productId: productId ?? `prod_${randomText(world, 14)}`,
    })),
    paymentIntent: null,
    customerDetails: null,
    expiresUnix: endsUnix,
  });
  putOnAgenda(world, endsUnix, 'checkout_expires', created.id);
  return created;
}

function endOf(world: World, expiresUnix: number | undefined): number {
  const now = world.clock.nowUnix();
  const endsUnix = expiresUnix ?? now + LONGEST;
  if (endsUnix < now + SHORTEST)
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    });
  if (endsUnix > now + LONGEST)
    throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    });
  return endsUnix;
}
