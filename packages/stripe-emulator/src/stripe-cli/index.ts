import type { Operation } from '../wire/operation.ts';
import { paymentPageOperations } from './payment-pages.ts';
import { sessionOperations } from './sessions.ts';

/** What only the Stripe CLI calls: it belongs to no documented API. */
export const stripeCliOperations: readonly Operation[] = [...sessionOperations, ...paymentPageOperations];
