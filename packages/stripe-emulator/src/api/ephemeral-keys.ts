import type Stripe from 'stripe';
import { ephemeralKeySecret } from '../world/ephemeral-keys.ts';
import { newId } from '../world/ids.ts';
import { findIssuingCard } from '../world/issuing-cards.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { required, text } from '../wire/params.ts';
import { resourceMissing } from '../wire/stripe-error.ts';

/** Keys that show the number of one issued card; customers and verification sessions have none here. */
export const ephemeralKeyOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/ephemeral_keys',
    params: { issuing_card: required(text()), nonce: required(text()) },
    run: ({ world, account, params: { issuing_card: card, nonce } }): Stripe.EphemeralKey => {
      const owner = world.store.find('account', account);
      if (owner === undefined || findIssuingCard(owner, card) === undefined)
        throw resourceMissing('issuing card', card, 'issuing_card');
      const { secret, expiresUnix } = ephemeralKeySecret(world, { card, nonce });
      return {
        id: newId(world, 'ephkey'),
        object: 'ephemeral_key',
        created: world.clock.nowUnix(),
        expires: expiresUnix,
        livemode: world.settings.livemode,
        secret,
      };
    },
  }),
];
