import type Stripe from 'stripe';
import { changeAccount } from '../world/accounts.ts';
import { tellConnection } from '../world/connection.ts';
import { trigger } from '../world/connect-triggers.ts';
import { emitThin } from '../world/events.ts';
import { balancesOf } from '../world/ledger.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { oneOf, required, text } from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { accountToWire } from './accounts.ts';
import { connectedAccount, ownAccount } from './connected-account.ts';

/** How the reason of a rejection begins that is the platform's and not Stripe's own. */
const BY_PLATFORM = 'platform_';

/** How the platform parts from an account, and how Stripe may step in. */
export const accountEndingOperations: readonly Operation[] = [
  operation({
    method: 'DELETE',
    path: '/v1/accounts/:id',
    params: {},
    run: (call) => {
      const { id } = ownAccount(call);
      const open = balancesOf(call.world, id).some(({ available, pending }) => available !== 0 || pending !== 0);
      if (open) throw invalidRequest(`Account '${id}' cannot be deleted because it has a nonzero balance.`);
      call.world.store.update('account', id, { closed: true });
      tellConnection(call.world, id, 'deauthorized');
      emitThin(call.world, 'v2.core.account.closed', id);
      return { id, object: 'account', deleted: true } satisfies Stripe.DeletedAccount;
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/reject',
    params: { reason: required(oneOf('fraud', 'terms_of_service', 'other')) },
    run: (call) => {
      const account = ownAccount(call);
      if (account.lossesPayer !== 'application')
        throw invalidRequest(
          `You cannot reject account '${account.id}', because your platform is not liable for its negative balances.`,
        );
      const rejected = changeAccount(call.world, account.id, { rejection: `${BY_PLATFORM}${call.params.reason}` });
      return accountToWire(call.world, rejected);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/unreject',
    params: {},
    run: (call) => {
      const account = ownAccount(call);
      if (account.rejection?.startsWith(BY_PLATFORM) !== true)
        throw invalidRequest(`You cannot unreject account '${account.id}', because your platform has not rejected it.`);
      return accountToWire(call.world, changeAccount(call.world, account.id, { rejection: null }));
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/test_helpers/demo/merchant_issue',
    params: { account: required(text()), issue_type: required(oneOf('additional_info')) },
    run: (call) => {
      const { id } = connectedAccount(call, call.params.account);
      trigger(call.world, id, 'ask_more');
      return accountToWire(call.world, call.world.store.get('account', id));
    },
  }),
];
