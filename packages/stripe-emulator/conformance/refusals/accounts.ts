import type Stripe from 'stripe';
import type { Props } from '../case.ts';
import { invalid, type Refusal } from '../refusal.ts';
import { BORN } from '../wishes.ts';

/** What cannot be done with accounts. */
export const accountRefusals: readonly Refusal[] = [
  [
    'a type together with a controller',
    create({ type: 'express', controller: { fees: { payer: 'account' } } }),
    wrong('type'),
  ],
  [
    'a full Dashboard where the platform is liable',
    create({ controller: { fees: { payer: 'application' }, losses: { payments: 'application' } } }),
    wrong('controller[losses][payments]'),
  ],
  [
    'an Express Dashboard where Stripe is liable',
    create({ controller: { fees: { payer: 'application' }, stripe_dashboard: { type: 'express' } } }),
    wrong('controller[losses][payments]'),
  ],
  [
    'losses without fees',
    create({ controller: { losses: { payments: 'application' } } }),
    wrong('controller[fees][payer]'),
  ],
  ['a thirteenth month', born({ month: 13 }), noNumber('dob[month]')],
  ['a thirty-second day', born({ day: 32 }), noNumber('dob[day]')],
  ['a year before 1900', born({ year: 1899 }), noNumber('dob[year]')],
  ['a year that is no number', born({ year: 'long ago' }), noNumber('dob[year]')],
  ['a birthday that never was', born({ day: 30, month: 2 }), wrong('dob[day]')],
  ['a birthday to come', born({ year: 9999 }), wrong('dob[year]')],
  [
    'a thirteenth month of the one behind an account',
    ({ stripe }) => stripe.accounts.create({ individual: { dob: { ...BORN, month: 13 } } }),
    noNumber('individual[dob][month]'),
  ],
  [
    'an account that is rejected by a platform that is not liable',
    ({ stripe, seller }) => stripe.accounts.reject(seller, { reason: 'other' }),
    invalid({}),
  ],
  [
    'an account that is taken back though the platform has not rejected it',
    ({ stripe, seller }) => stripe.accounts.unreject(seller),
    invalid({}),
  ],
  ['an account that is deleted with money in it', ({ stripe, seller }) => stripe.accounts.del(seller), invalid({})],
  ['a login link for a full Dashboard', ({ stripe, seller }) => stripe.accounts.createLoginLink(seller), invalid({})],
  [
    'a capability that a full Dashboard cannot be without',
    ({ stripe, seller }) => stripe.accounts.updateCapability(seller, 'card_payments', { requested: false }),
    wrong('requested'),
  ],
  [
    'the last bank account of a currency',
    ({ stripe, made }) => stripe.accounts.deleteExternalAccount(made.account, made.bank),
    invalid({}),
  ],
  [
    'a link to change an account that Stripe asks itself',
    ({ stripe, seller }) => stripe.accountLinks.create({ account: seller, type: 'account_update', ...LINK }),
    wrong('type'),
  ],
  [
    'a link that leads back nowhere',
    ({ stripe, seller }) =>
      stripe.accountLinks.create({ account: seller, type: 'account_onboarding', ...LINK, return_url: 'home' }),
    invalid({ code: 'url_invalid', param: 'return_url' }),
  ],
  ['a session without components', session({}), invalid({ code: 'parameter_missing', param: 'components' })],
  [
    'a session without sign-in where Stripe asks itself',
    session({ balances: { enabled: true, features: { disable_stripe_user_authentication: true } } }),
    wrong('components[balances][features][disable_stripe_user_authentication]'),
  ],
  [
    'days of the month in a weekly schedule',
    ({ stripe, on }) =>
      stripe.balanceSettings.update(
        { payments: { payouts: { schedule: { interval: 'weekly', monthly_payout_days: [1] } } } },
        on,
      ),
    wrong('payments[payouts][schedule][monthly_payout_days]'),
  ],
];

const LINK = { refresh_url: 'https://example.com/refresh', return_url: 'https://example.com/return' };

function born(change: Readonly<Record<string, number | string>>) {
  return ({ stripe, made }: Props) =>
    stripe.rawRequest('POST', `/v1/accounts/${made.account}/persons`, { dob: { ...BORN, ...change } });
}

function noNumber(param: string) {
  return invalid({ code: 'parameter_invalid_integer', param });
}

function wrong(param: string) {
  return invalid({ param });
}

function create(wish: Stripe.AccountCreateParams) {
  return ({ stripe }: Props) => stripe.accounts.create(wish);
}

function session(components: Stripe.AccountSessionCreateParams.Components) {
  return ({ stripe, seller }: Props) => stripe.accountSessions.create({ account: seller, components });
}
