import { createHmac } from 'node:crypto';

/**
 * Signs a body as Stripe does, with the real time: receivers refuse what is older than five minutes by their own clocks.
 *
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export function signatureHeader(body: string, secret: string, unix = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac('sha256', secret).update(`${unix}.${body}`).digest('hex');
  return `t=${unix},v1=${signature}`;
}
