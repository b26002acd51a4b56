import type { Case } from '../case.ts';
import { HEAD_OFFICE } from '../wishes.ts';

/** How and where an account collects taxes. */
export const taxCases: readonly Case[] = [
  ['GET /v1/tax/settings', 'Stripe.Tax.Settings', ({ stripe, on }) => stripe.tax.settings.retrieve({}, on)],
  [
    'POST /v1/tax/settings',
    'Stripe.Tax.Settings',
    ({ stripe, on }) =>
      stripe.tax.settings.update(
        { defaults: { tax_behavior: 'exclusive', tax_code: 'txcd_30011000' }, head_office: { address: HEAD_OFFICE } },
        on,
      ),
  ],
  [
    'POST /v1/tax/registrations',
    'Stripe.Tax.Registration',
    ({ stripe, on }) =>
      stripe.tax.registrations.create(
        {
          country: 'FR',
          country_options: { fr: { type: 'standard', standard: { place_of_supply_scheme: 'standard' } } },
          active_from: 'now',
        },
        on,
      ),
  ],
  [
    'GET /v1/tax/registrations/:id',
    'Stripe.Tax.Registration',
    ({ stripe, on, made }) => stripe.tax.registrations.retrieve(made.registration, {}, on),
  ],
  [
    'POST /v1/tax/registrations/:id',
    'Stripe.Tax.Registration',
    ({ stripe, on, made }) => stripe.tax.registrations.update(made.registration, { expires_at: 'now' }, on),
  ],
  [
    'GET /v1/tax/registrations',
    'Stripe.ApiList<Stripe.Tax.Registration>',
    ({ stripe, on }) => stripe.tax.registrations.list({}, on),
  ],
  // Nobody has told anything of the platform itself.
  ['GET /v1/tax/settings', 'Stripe.Tax.Settings', ({ stripe }) => stripe.tax.settings.retrieve()],
];
