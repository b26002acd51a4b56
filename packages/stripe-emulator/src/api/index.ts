import type { Render } from '../world/world.ts';
import type { Operation } from '../wire/operation.ts';
import { accountEndingOperations } from './account-endings.ts';
import { accountLinkOperations } from './account-links.ts';
import { accountSessionOperations, accountSessionToWire } from './account-sessions.ts';
import { accountTokenOperations, tokenToWire as accountTokenToWire } from './account-tokens.ts';
import { accountOperations, accountToWire } from './accounts.ts';
import { accountV2Operations } from './accounts-v2.ts';
import { capabilityOperations } from './capabilities.ts';
import { customerOperations, customerToWire } from './customers.ts';
import { ephemeralKeyOperations } from './ephemeral-keys.ts';
import { eventOperations, eventToWire } from './events.ts';
import { externalAccountOperations } from './external-accounts.ts';
import { fileOperations, fileToWire } from './files.ts';
import { moneyOperations, moneyRenderers } from './money.ts';
import { personToWire } from './person-to-wire.ts';
import { personOperations } from './persons.ts';
import { personV2Operations } from './persons-v2.ts';
import { priceOperations, priceToWire } from './prices.ts';
import { productOperations, productToWire } from './products.ts';
import type { Renderers } from './renderers.ts';
import { searchOperations } from './search.ts';
import { taxRegistrationOperations, taxRegistrationToWire } from './tax-registrations.ts';
import { taxSettingsOperations, taxSettingsToWire } from './tax-settings.ts';
import { tokenOperations, tokenToWire } from './tokens.ts';
import { webhookEndpointOperations, webhookEndpointToWire } from './webhook-endpoints.ts';

/** Every operation of Stripe's API that the emulator has. */
export const operations: readonly Operation[] = [
  ...accountOperations,
  ...accountEndingOperations,
  ...capabilityOperations,
  ...externalAccountOperations,
  ...personOperations,
  ...accountV2Operations,
  ...personV2Operations,
  ...accountTokenOperations,
  ...accountLinkOperations,
  ...accountSessionOperations,
  ...customerOperations,
  ...productOperations,
  ...priceOperations,
  ...fileOperations,
  ...ephemeralKeyOperations,
  ...taxSettingsOperations,
  ...taxRegistrationOperations,
  ...tokenOperations,
  ...searchOperations,
  ...moneyOperations,
  ...eventOperations,
  ...webhookEndpointOperations,
];

const renderers: Renderers = {
  ...moneyRenderers,
  account: accountToWire,
  account_link: (_, { createdUnix, expiresUnix }) => ({
    object: 'account_link',
    created: createdUnix,
    expires_at: expiresUnix,
  }),
  account_session: accountSessionToWire,
  account_token: accountTokenToWire,
  customer: customerToWire,
  event: (_, event) => eventToWire(event),
  file: fileToWire,
  person: personToWire,
  price: priceToWire,
  product: productToWire,
  tax_registration: taxRegistrationToWire,
  tax_settings: taxSettingsToWire,
  token: tokenToWire,
  webhook_endpoint: webhookEndpointToWire,
};

export { renderPart } from './render-part.ts';

/** Turns any object into Stripe's shape. */
export const render: Render = (world, kind, object) => renderers[kind](world, object);
