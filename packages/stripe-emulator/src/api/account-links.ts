import type Stripe from 'stripe';
import { addressOfAccountLink, createAccountLink } from '../world/account-links.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { object, oneOf, required, text } from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';
import { given } from '../wire/given.ts';
import { EVERYTHING } from '../onboarding/collection.ts';
import type { Account, Collection } from '../world/state.ts';
import { connectedAccount } from './connected-account.ts';

const collectionOptions = object({
  fields: oneOf('currently_due', 'eventually_due'),
  future_requirements: oneOf('omit', 'include'),
});

/** Links into hosted onboarding, in both APIs. */
export const accountLinkOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/account_links',
    params: {
      account: required(text()),
      type: required(oneOf('account_onboarding', 'account_update')),
      refresh_url: required(text()),
      return_url: required(text()),
      collect: oneOf('currently_due', 'eventually_due'),
      collection_options: collectionOptions,
    },
    run: (call) => {
      const { world, params } = call;
      const account = connectedAccount(call, params.account);
      refuseUpdate(account, params.type);
      const urls = {
        refreshUrl: webAddress(params.refresh_url, 'refresh_url'),
        returnUrl: webAddress(params.return_url, 'return_url'),
      };
      const collection = collectionFrom(params.collection_options, params.collect);
      const link = createAccountLink(world, account.id, { ...urls, collection });
      return {
        object: 'account_link',
        created: link.createdUnix,
        expires_at: link.expiresUnix,
        url: addressOfAccountLink(world, link),
      } satisfies Stripe.AccountLink;
    },
  }),
  operation({
    method: 'POST',
    path: '/v2/core/account_links',
    params: {
      account: required(text()),
      use_case: required(
        object({
          type: required(oneOf('account_onboarding', 'account_update')),
          account_onboarding: object({
            collection_options: collectionOptions,
            refresh_url: required(text()),
            return_url: text(),
          }),
          account_update: object({
            collection_options: collectionOptions,
            refresh_url: required(text()),
            return_url: text(),
          }),
        }),
      ),
    },
    run: (call) => {
      const { world, params } = call;
      const account = connectedAccount(call, params.account);
      const { type } = params.use_case;
      refuseUpdate(account, type);
      const details = params.use_case[type];
      if (details === undefined)
        throw invalidParam(`Missing required param: use_case.${type}.`, `use_case.${type}`, 'parameter_missing');
      const refreshUrl = webAddress(details.refresh_url, `use_case.${type}.refresh_url`);
      const returnUrl = webAddress(details.return_url ?? details.refresh_url, `use_case.${type}.return_url`);
      const link = createAccountLink(world, account.id, {
        refreshUrl,
        returnUrl,
        collection: collectionFrom(details.collection_options),
      });
      return {
        object: 'v2.core.account_link',
        account: account.id,
        created: new Date(link.createdUnix * 1000).toISOString(),
        expires_at: new Date(link.expiresUnix * 1000).toISOString(),
        livemode: world.settings.livemode,
        url: addressOfAccountLink(world, link),
        use_case: {
          type,
          [type]: {
            refresh_url: refreshUrl,
            return_url: returnUrl,
            ...(details.collection_options !== undefined && { collection_options: given(details.collection_options) }),
          },
        },
      } satisfies Stripe.V2.Core.AccountLink;
    },
  }),
];

/** `collect` is the older way to say which fields. */
function collectionFrom(
  asked: ReturnType<typeof collectionOptions.read> | undefined,
  collect?: Collection['fields'],
): Collection {
  return {
    ...EVERYTHING,
    ...given({ fields: asked?.fields ?? collect, futureRequirements: asked?.future_requirements }),
  };
}

function refuseUpdate({ requirementCollection }: Account, type: string): void {
  if (type === 'account_update' && requirementCollection === 'stripe')
    throw invalidRequest(
      'You cannot create `account_update` type Account Links for this account, because Stripe collects its requirements.',
      { param: 'type' },
    );
}

function webAddress(url: string, param: string): string {
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url)) throw invalidParam('Not a valid URL', param, 'url_invalid');
  return url;
}
