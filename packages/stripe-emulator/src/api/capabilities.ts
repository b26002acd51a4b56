import type Stripe from 'stripe';
import { capabilityObject } from '../world/account-picture.ts';
import { changeAccount } from '../world/accounts.ts';
import type { Account } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { bool, type ParamTable, required } from '../wire/params.ts';
import { invalidRequest, resourceMissing } from '../wire/stripe-error.ts';
import { accountToWire, changedCapabilities } from './accounts.ts';
import { ownAccount } from './connected-account.ts';

/** What an account may do, one by one: card payments and transfers. */
export const capabilityOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/capabilities',
    params: {},
    run: (call) => {
      const account = ownAccount(call);
      const data = account.requestedCapabilities.map((name) => capabilityToWire(call.world, account, name));
      return { object: 'list', url: `/v1/accounts/${account.id}/capabilities`, has_more: false, data };
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts/:id/capabilities/:capability',
    params: {},
    run: (call) => capabilityToWire(call.world, ownAccount(call), nameOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/capabilities/:capability',
    params: { requested: required(bool()) },
    run: (call) => {
      const account = ownAccount(call);
      const name = nameOf(call);
      const { requested } = call.params;
      if (!requested && account.dashboard === 'full')
        throw invalidRequest(`The capability '${name}' cannot be unrequested for an account with a full Dashboard.`, {
          param: 'requested',
        });
      const changed = changeAccount(call.world, account.id, {
        requestedCapabilities: changedCapabilities(account, { [name]: { requested } }),
      });
      return capabilityToWire(call.world, changed, name);
    },
  }),
];

function nameOf({ path }: Pick<Call<ParamTable>, 'path'>): 'card_payments' | 'transfers' {
  const asked = path['capability'] ?? '';
  if (asked !== 'card_payments' && asked !== 'transfers') throw resourceMissing('capability', asked, 'capability');
  return asked;
}

function capabilityToWire(world: World, account: Account, name: 'card_payments' | 'transfers'): Stripe.Capability {
  return capabilityObject(accountToWire(world, account), name);
}
