import type Stripe from 'stripe';
import { capabilitiesOf, changeAccount } from '../world/accounts.ts';
import { requirementsOf } from '../world/requirements.ts';
import type { Account } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { bool, type ParamTable, required } from '../wire/params.ts';
import { invalidRequest, resourceMissing } from '../wire/stripe-error.ts';
import { changedCapabilities, NOTHING_DUE, ownAccount, requirementsToWire } from './accounts.ts';

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

/** A capability in Stripe's form: it waits for what its account waits for. */
function capabilityToWire(world: World, account: Account, name: 'card_payments' | 'transfers'): Stripe.Capability {
  const status = capabilitiesOf(world, account)[name];
  const due = requirementsToWire(status === undefined ? NOTHING_DUE : requirementsOf(world, account));
  // Codes and reasons are the same words in accounts and in capabilities.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: requirementsToWire(NOTHING_DUE),
    requested: status !== undefined,
    requested_at: status === undefined ? null : account.createdUnix,
    requirements: due,
    status: status ?? 'unrequested',
  } as Stripe.Capability;
}
