import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const TITLE = 'Account management';
const management = { tag: 'account-management', listeners: ['OnSectionOpen'] } as const;

test('a seller sees what Stripe knows, and changes what customers see', async ({ open, page, platform, seller }) => {
  const { frame, heard } = await open({}, management);
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByRole('heading', { name: 'Test Shop' })).toBeVisible();
  await expect(component.getByText('January 1, 1901')).toBeVisible();
  await component.getByRole('button', { name: 'Edit Public details' }).click();
  const descriptor = component.getByLabel('Statement descriptor');
  await expect(descriptor).toBeFocused();
  await descriptor.fill('no');
  await component.getByRole('button', { name: 'Save' }).click();
  await expect(component.getByRole('alert')).toHaveText('One field needs another look.');
  await expect(descriptor).toBeFocused();
  await expect(descriptor).toHaveAccessibleDescription(/5 to 22 characters/u);
  await descriptor.fill('ANVIL OAK');
  await component.getByLabel('Support email').fill('help@anvil.example');
  await component.getByRole('button', { name: 'Save' }).click();
  await expect(component.getByText('help@anvil.example')).toBeVisible();
  await expect(component.getByRole('button', { name: 'Edit Public details' })).toBeFocused();
  await expect.poll(() => heard('OnSectionOpen')).toEqual([{ sectionName: 'public_details' }]);
  const account = await platform.stripe.accounts.retrieve(seller.account);
  expect(account.settings?.payments.statement_descriptor).toBe('ANVIL OAK');
  expect(account.business_profile?.support_email).toBe('help@anvil.example');
});

test('a seller changes the details of the business and their own', async ({ open, page, platform, seller }) => {
  const { frame, heard } = await open({}, management);
  const component = frame(TITLE);
  await signIn(page, component);
  await component.getByRole('button', { name: 'Edit Business details' }).click();
  await component.getByLabel('Name your customers know').fill('Anvil & Oak');
  await component.getByRole('button', { name: 'Save' }).click();
  await expect(component.getByRole('heading', { name: 'Anvil & Oak' })).toBeVisible();
  await component.getByRole('button', { name: 'Edit Personal details' }).click();
  await component.getByLabel('First name').fill('Jane');
  await component.getByRole('button', { name: 'Cancel' }).click();
  await expect(component.getByText('Jenny', { exact: true })).toBeVisible();
  await expect(component.getByRole('button', { name: 'Edit Personal details' })).toBeFocused();
  await expect
    .poll(() => heard('OnSectionOpen'))
    .toEqual([{ sectionName: 'business_details' }, { sectionName: 'personal_details' }]);
  const account = await platform.stripe.accounts.retrieve(seller.account);
  expect(account.business_profile?.name).toBe('Anvil & Oak');
});

test('a bank account that returned a payout is changed, and the platform hears of it', async ({
  open,
  page,
  platform,
  seller,
}) => {
  await seller.pay(10_000);
  platform.emulator.control.failNextPayout(seller.account);
  platform.emulator.control.advanceClock(7 * 86_400_000);
  const { frame, heard } = await open({}, management);
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByText('Returned a payout')).toBeVisible();
  await component.getByRole('button', { name: 'Add Bank account' }).click();
  await component.getByRole('button', { name: 'Use test data' }).click();
  await component.getByLabel('Account number').fill('000111111116');
  await component.getByRole('button', { name: 'Save' }).click();
  await expect(component.getByText('1116')).toBeVisible();
  await expect(component.getByText('Returned a payout')).toHaveCount(0);
  await expect.poll(() => heard('OnSectionOpen')).toEqual([{ sectionName: 'external_accounts' }]);
  const { data } = await platform.stripe.events.list(
    { types: ['account.external_account.created', 'account.external_account.deleted'], limit: 2 },
    { stripeAccount: seller.account },
  );
  expect(data.map(({ type }) => type).toSorted()).toEqual([
    'account.external_account.created',
    'account.external_account.deleted',
  ]);
});

test('a seller adds a bank account, and lets payouts go to the old one again', async ({
  open,
  page,
  platform,
  seller,
}) => {
  const { frame } = await open({}, management);
  const component = frame(TITLE);
  await signIn(page, component);
  await component.getByRole('button', { name: 'Add Bank account' }).click();
  await component.getByRole('button', { name: 'Use test data' }).click();
  await component.getByLabel('Account number').fill('000222222227');
  await component.getByRole('button', { name: 'Save' }).click();
  await expect(component.locator('.bank', { hasText: '2227' })).toContainText('Default');
  await component.getByRole('button', { name: 'Make default the account ending in 6789' }).click();
  await expect(component.locator('.bank', { hasText: '6789' })).toContainText('Default');
  await expectAccessible(page);
  const { data } = await platform.stripe.accounts.listExternalAccounts(seller.account);
  expect(data).toMatchObject([
    { last4: '6789', default_for_currency: true },
    { last4: '2227', default_for_currency: false },
  ]);
});

test('what Stripe waits for is asked for here too', async ({ open, page, platform, seller }) => {
  const { frame } = await open({}, management);
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByRole('button', { name: 'Edit Business details' })).toBeVisible();
  platform.emulator.control.setAccountState(seller.account, 'more_needed');
  await component.getByRole('button', { name: 'Provide information' }).click();
  await expect(component.getByRole('heading', { name: 'Identity document' })).toBeVisible();
  await component.getByRole('button', { name: 'Continue' }).click();
  await component.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(component.getByRole('heading', { name: 'Test Shop' })).toBeVisible();
  await expect(component.getByText('Stripe needs a little more')).toHaveCount(0);
});

test('what the platform does not want collected is not asked for', async ({ open, page, platform, seller }) => {
  platform.emulator.control.setAccountState(seller.account, 'more_needed');
  const CollectionOptions = {
    fields: 'currently_due',
    requirements: { exclude: ['individual.verification.*'] },
  };
  const { frame } = await open({}, { ...management, values: { CollectionOptions } });
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByRole('heading', { name: 'Test Shop' })).toBeVisible();
  await expect(component.getByText('Stripe needs a little more')).toHaveCount(0);
});

test.describe('before onboarding', () => {
  test.use({ sellerKind: { isNew: true }, allowedErrors: [/status of 403/u] });

  test('it does not show itself, and tells the page', async ({ open }) => {
    const { frame, heard } = await open({}, management);
    await expect(frame(TITLE).getByRole('alert')).toContainText('Account management can’t be shown right now');
    await expect
      .poll(() => heard('OnLoadError'))
      .toEqual([
        {
          elementTagName: 'account-management',
          error: { type: 'invalid_request_error', message: expect.stringContaining('onboarding') },
        },
      ]);
  });
});

test.describe('a session without bank accounts', () => {
  test.use({ sellerKind: { isPlatformsOwn: true }, allowedErrors: [/status of 403/u] });

  test('offers none, needs no sign-in, and refuses what a frame forges', async ({ open, page, platform, seller }) => {
    const features = { external_account_collection: false };
    seller.allow({ account_management: { enabled: true, features } });
    const { frame } = await open({}, management);
    await expect(frame(TITLE).getByText('6789')).toBeVisible();
    await expect(frame(TITLE).getByRole('button', { name: 'Add Bank account' })).toHaveCount(0);
    const [secret = ''] = platform.secretsOf(seller.account);
    const [, inside] = page.frames();
    const status = await inside?.evaluate(async (authorization) => {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({
        account_holder_name: 'Eve',
        account_number: '000999999991',
        routing_number: '110000000',
      });
      return (await fetch('/v1.0/frame-api/bank-account', { method: 'POST', headers, body })).status;
    }, `Bearer ${secret}`);
    expect(status).toBe(403);
    const { data } = await platform.stripe.accounts.listExternalAccounts(seller.account);
    expect(data).toMatchObject([{ last4: '6789' }]);
  });
});

const DARK = { colorBackground: '#101214', colorText: '#f4f5f7', colorPrimary: '#8f8aff' };

for (const variables of [{}, DARK]) {
  test(`nothing breaks an automatic accessibility rule on ${variables === DARK ? 'dark' : 'light'} ground`, async ({
    open,
    page,
    platform,
    seller,
  }) => {
    platform.emulator.control.setAccountState(seller.account, 'more_needed');
    const { frame } = await open({ appearance: { variables } }, management);
    const component = frame(TITLE);
    await signIn(page, component);
    await expect(component.getByRole('heading', { name: 'Test Shop' })).toBeVisible();
    await expectAccessible(page);
    await component.getByRole('button', { name: 'Add Bank account' }).click();
    await component.getByRole('button', { name: 'Save' }).click();
    await expect(component.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
  });
}
