import { randomUUID } from 'node:crypto';
import type { createCharge, RequestOf } from '@sellerdesk/contract';

type Body = RequestOf<typeof createCharge>['body'];

/** A charge nobody has asked for yet. */
export function chargeBody(changes: Partial<Body> = {}): Body {
  return { idempotencyKey: randomUUID(), amountMinor: 4200, currency: 'gbp', description: 'Two pots', ...changes };
}
