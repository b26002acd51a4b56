/** What Stripe's reference marks as retrievable with a publishable key. */
const PUBLIC: Readonly<Record<string, ReadonlySet<string>>> = {
  payment_intent: new Set([
    'id',
    'object',
    'amount',
    'automatic_payment_methods',
    'canceled_at',
    'cancellation_reason',
    'capture_method',
    'client_secret',
    'confirmation_method',
    'created',
    'currency',
    'description',
    'last_payment_error',
    'livemode',
    'next_action',
    'payment_method',
    'payment_method_types',
    'processing',
    'receipt_email',
    'setup_future_usage',
    'shipping',
    'status',
  ]),
};

/** Leaves of an object, or of the one a refusal carries, what a browser may see of it. */
export function publicPartOf(object: object): object {
  const fields = 'object' in object ? PUBLIC[String(object.object)] : undefined;
  if (fields !== undefined) return Object.fromEntries(Object.entries(object).filter(([name]) => fields.has(name)));
  if (!('payment_intent' in object) || typeof object.payment_intent !== 'object' || object.payment_intent === null)
    return object;
  return { ...object, payment_intent: publicPartOf(object.payment_intent) };
}
