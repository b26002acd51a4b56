import type Stripe from 'stripe';
import type { Address, TaxSettings } from '../world/state.ts';
import { changeTaxSettings, taxSettingsOf } from '../world/tax-settings.ts';
import type { World } from '../world/world.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { given } from '../wire/given.ts';
import { object, oneOf, required, text } from '../wire/params.ts';
import { textOrNull } from './parts.ts';

/** How an account collects taxes; the same that the tax settings component shows. No taxes are worked out. */
export const taxSettingsOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/tax/settings',
    params: {},
    run: ({ world, account }) => taxSettingsToWire(world, taxSettingsOf(world, account)),
  }),
  operation({
    method: 'POST',
    path: '/v1/tax/settings',
    params: {
      defaults: object({ tax_behavior: oneOf('exclusive', 'inclusive', 'inferred_by_currency'), tax_code: text() }),
      head_office: object({
        address: required(
          object({
            city: text(),
            country: text({ max: 2 }),
            line1: text(),
            line2: text(),
            postal_code: text(),
            state: text(),
          }),
        ),
      }),
    },
    run: ({ world, account, params: { defaults, head_office: office } }) => {
      const change = given({
        taxBehavior: defaults?.tax_behavior,
        taxCode: defaults?.tax_code,
        headOffice: office && addressOf(office.address),
      });
      return taxSettingsToWire(world, changeTaxSettings(world, account, change));
    },
  }),
];

function addressOf(address: { readonly [Field in keyof Address]?: string | undefined }): Address {
  return {
    city: textOrNull(address.city),
    country: textOrNull(address.country?.toUpperCase()),
    line1: textOrNull(address.line1),
    line2: textOrNull(address.line2),
    postal_code: textOrNull(address.postal_code),
    state: textOrNull(address.state),
  };
}

export function taxSettingsToWire(
  world: World,
  { headOffice, taxBehavior, taxCode }: TaxSettings,
): Stripe.Tax.Settings {
  return {
    object: 'tax.settings',
    defaults: { provider: 'stripe', tax_behavior: taxBehavior, tax_code: taxCode },
    head_office: headOffice === null ? null : { address: { ...headOffice } },
    livemode: world.settings.livemode,
    status: headOffice === null ? 'pending' : 'active',
    status_details: headOffice === null ? { pending: { missing_fields: ['head_office'] } } : { active: {} },
  };
}
