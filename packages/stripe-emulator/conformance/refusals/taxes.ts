import Stripe from 'stripe';
import type { Props } from '../case.ts';
import { invalid, missing, type Refusal } from '../refusal.ts';
import { HEAD_OFFICE } from '../wishes.ts';

/** Where taxes cannot be collected, and keys that open no card. */
export const taxRefusals: readonly Refusal[] = [
  [
    'a head office without a city',
    settle({ head_office: { address: { ...HEAD_OFFICE, city: '' } } }),
    invalid({ param: 'head_office[address][city]' }),
  ],
  [
    'a tax code that is none',
    settle({ defaults: { tax_code: 'bread' } }),
    invalid({ code: 'resource_missing', param: 'defaults[tax_code]' }),
  ],
  [
    'a registration nowhere',
    register({ country: 'AQ', country_options: { us: { type: 'state_sales_tax', state: 'NY' } } }),
    invalid({ param: 'country' }),
  ],
  [
    'a registration in a state that is none',
    register({ country: 'US', country_options: { us: { state: 'XX', type: 'state_sales_tax' } } }),
    invalid({ param: 'country_options[us][state]' }),
  ],
  [
    'a registration where there is one already',
    register({ country: 'US', country_options: { us: { state: 'NY', type: 'state_sales_tax' } } }),
    invalid({ param: 'country' }),
  ],
  [
    'a registration that is none',
    ({ stripe, on }) => stripe.tax.registrations.retrieve('taxreg_1none', {}, on),
    missing(),
  ],
  [
    'a key of a card that is none',
    ({ stripe, on }) =>
      stripe.ephemeralKeys.create(
        { issuing_card: 'ic_1none', nonce: 'ephnonce_1' },
        { ...on, apiVersion: Stripe.API_VERSION },
      ),
    missing('issuing_card'),
  ],
];

function settle(wish: Stripe.Tax.SettingsUpdateParams) {
  return ({ stripe, on }: Props) => stripe.tax.settings.update(wish, on);
}

function register(wish: Pick<Stripe.Tax.RegistrationCreateParams, 'country' | 'country_options'>) {
  return ({ stripe, on }: Props) => stripe.tax.registrations.create({ ...wish, active_from: 'now' }, on);
}
