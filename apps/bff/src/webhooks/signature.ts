import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far Stripe's clock and ours may differ, both ways: an event dated ahead could be replayed until then. */
const toleranceMs = 300_000;

/** What is needed to tell whether a body is Stripe's. */
export interface SignedBody {
  /** The bytes as they came: parsed and written again they would be others. */
  readonly body: Buffer;
  /** `t=<unix>,v1=<hex>[,v1=<hex>]`, one for each secret while they are being changed. */
  readonly header: string | undefined;
  readonly secrets: readonly string[];
  readonly now: Date;
}

/**
 * Says whether one of the secrets signed this body lately. The SDK's own check takes any moment in the future.
 *
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export function isSigned({ body, header = '', secrets, now }: SignedBody): boolean {
  const parts = header.split(',').map((part) => part.trim().split('=', 2));
  const moments = parts.flatMap(([name, value = '']) => (name === 't' ? [value] : []));
  const [moment = ''] = moments;
  if (moments.length !== 1 || !isNear(moment, now)) return false;
  const signatures = parts.flatMap(([name, value = '']) => (name === 'v1' ? [Buffer.from(value)] : []));
  return secrets.some((secret) => {
    const expected = Buffer.from(createHmac('sha256', secret).update(`${moment}.`).update(body).digest('hex'));
    return signatures.some((signature) => isSame(signature, expected));
  });
}

function isNear(moment: string, now: Date): boolean {
  return /^\d{1,12}$/u.test(moment) && Math.abs(now.getTime() - Number(moment) * 1000) <= toleranceMs;
}

function isSame(signature: Buffer, expected: Buffer): boolean {
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}
