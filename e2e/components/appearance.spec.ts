import type { Page } from '@playwright/test';
import { appearanceVariables } from '../../packages/stripe-emulator/src/connect-js/browser/frames/appearance-variables.ts';
import { expect, test } from './fixtures.ts';
import { WITHOUT_SIGN_IN } from './shop.ts';

test.use({ sellerKind: { isPlatformsOwn: true } });

type Variable = (typeof appearanceVariables)[number];

/** Values that nothing has of itself, by how the names of variables end. */
const SAMPLES: readonly (readonly [ending: RegExp, value: string])[] = [
  [/ZIndex$/u, '4242'],
  [/fontFamily/u, 'Courier New'],
  [/fontSize/iu, '31px'],
  [/FontWeight$/u, '833'],
  [/TextTransform$/u, 'uppercase'],
  [/DecorationLine$/u, 'overline'],
  [/DecorationStyle$/u, 'wavy'],
  [/DecorationThickness$/u, '7px'],
  [/(?:Padding[XY]|spacingUnit)$/u, '17px'],
  [/Radius$/u, '19px'],
  [/color/iu, '#12ab34'],
];

function sampleFor(variable: Variable): string {
  const sample = SAMPLES.find(([ending]) => ending.test(variable));
  if (sample === undefined) throw new Error(`No value is known for ${variable}`);
  return sample[1];
}

/** What everything in the page and its frames looks like. */
async function looksOf(page: Page): Promise<string> {
  return (await Promise.all(page.frames().map((frame) => frame.evaluate(looks)))).join('\n');
}

function looks(): string {
  const properties =
    'accent-color background-color border-top-color border-top-left-radius color font-family font-size font-weight ' +
    'outline-color padding-left padding-top text-decoration text-transform z-index';
  const said = (style: CSSStyleDeclaration): string =>
    properties
      .split(' ')
      .map((property) => style.getPropertyValue(property))
      .join();
  return [...document.body.querySelectorAll('*')]
    .map((element) => said(getComputedStyle(element)) + said(getComputedStyle(element, '::placeholder')))
    .join('\n');
}

test('every appearance variable of connect-js changes something', async ({ open, page, seller, platform }) => {
  for (const card of ['pm_card_bypassPending', 'pm_card_chargeDeclined', 'pm_card_createDispute'])
    await seller.pay(2500, { card });
  const paid = await seller.pay(2500);
  await platform.stripe.refunds.create({ payment_intent: paid, amount: 500 }, { stripeAccount: seller.account });
  seller.allow(WITHOUT_SIGN_IN);
  await platform.stripe.tax.registrations.create(
    { country: 'DE', country_options: { de: { type: 'oss_union' } }, active_from: 'now' },
    { stripeAccount: seller.account },
  );
  const { frame, show, settled } = await open(
    {},
    { tag: 'balances' },
    { tag: 'payments', values: { DefaultFilters: { amount: { greaterThan: 1 } } } },
    { tag: 'tax-settings' },
    { tag: 'tax-registrations' },
    { tag: 'documents' },
    { tag: 'payouts' },
    { tag: 'account-management' },
  );
  await settled();
  await frame('Payments').getByRole('button', { name: 'Status' }).click();
  await frame('Tax registrations').getByRole('button', { name: 'End registration in Germany' }).click();
  await frame('Account management').getByRole('button', { name: 'Edit Business details' }).click();
  await show({ tag: 'payment-details', values: { Payment: paid } });
  await frame('Payment details').getByRole('button', { name: 'Refund payment' }).click();
  await frame('Payment details').getByLabel('Refund amount').focus();

  const before = await looksOf(page);
  expect(await looksOf(page)).toBe(before);
  const withoutEffect: string[] = [];
  for (const variable of appearanceVariables) {
    await setVariables(page, { [variable]: sampleFor(variable) });
    if ((await looksOf(page)) === before) withoutEffect.push(variable);
  }
  expect(withoutEffect).toEqual([]);
});

/** Gives the components an appearance, and waits until every frame has heard of it. */
async function setVariables(page: Page, variables: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((changed) => {
    window.platform.connect().update({ appearance: { variables: changed } });
  }, variables);
  const [name = ''] = Object.keys(variables);
  // Frames out of sight are painted by nobody: they are asked by the clock.
  for (const frame of page.frames().slice(1)) await frame.waitForFunction(isSetAlone, name, { polling: 20 });
}

function isSetAlone(name: string): boolean {
  const set = [...document.documentElement.style].filter((property) => !property.startsWith('--inherited'));
  return set.length === 1 && set[0] === `--${name}`;
}
