import type Stripe from 'stripe';
import { createAccountToken } from '../world/account-tokens.ts';
import type { AccountToken } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { given } from '../wire/given.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import type { ParamTable } from '../wire/params.ts';
import { resourceMissing } from '../wire/stripe-error.ts';
import { tokenParams as accountTokenParams } from './accounts-v2.ts';
import { ownAccount } from './connected-account.ts';
import { tokenParams as personTokenParams } from './persons-v2.ts';

/** What somebody says of an account or a person without the platform seeing it. */
export const accountTokenOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v2/core/account_tokens',
    params: accountTokenParams,
    run: ({ world, account, params }) =>
      tokenToWire(
        world,
        createAccountToken(world, account, { about: 'account', connectedAccount: null, said: given(params) }),
      ),
  }),
  operation({
    method: 'GET',
    path: '/v2/core/account_tokens/:id',
    params: {},
    run: (call) => tokenToWire(call.world, tokenOf(call, call.path['id'] ?? '', null)),
  }),
  operation({
    method: 'POST',
    path: '/v2/core/accounts/:id/person_tokens',
    params: personTokenParams,
    run: (call) => {
      const { world, account, params } = call;
      const { id: connectedAccount } = ownAccount(call);
      return tokenToWire(
        world,
        createAccountToken(world, account, { about: 'person', connectedAccount, said: given(params) }),
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/accounts/:id/person_tokens/:token',
    params: {},
    run: (call) => tokenToWire(call.world, tokenOf(call, call.path['token'] ?? '', ownAccount(call).id)),
  }),
];

function tokenOf(
  call: Pick<Call<ParamTable>, 'account' | 'world'>,
  id: string,
  connectedAccount: string | null,
): AccountToken {
  const token = resource(call, 'account_token', id);
  if (token.connectedAccount === connectedAccount) return token;
  throw resourceMissing('token', id);
}

/** A token in Stripe's form: nothing of what was said shows. */
export function tokenToWire(
  world: World,
  token: AccountToken,
): Stripe.V2.Core.AccountToken | Stripe.V2.Core.AccountPersonToken {
  return {
    id: token.id,
    object: token.about === 'account' ? 'v2.core.account_token' : 'v2.core.account_person_token',
    created: new Date(token.createdUnix * 1000).toISOString(),
    expires_at: new Date(token.expiresUnix * 1000).toISOString(),
    livemode: world.settings.livemode,
    used: token.used,
  };
}
