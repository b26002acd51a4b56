import type Stripe from 'stripe';
import { balanceObject } from '../world/balance-object.ts';
import { operation, type Operation } from '../wire/operation.ts';

/** How much money an account has with Stripe. */
export const balanceOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/balance',
    params: {},
    run: ({ world, account }): Stripe.Balance => balanceObject(world, account),
  }),
];
