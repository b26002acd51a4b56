import type { FrameLocator } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { openSignIn, signIn } from './sign-in.ts';

const TITLE = 'Account onboarding';
const onboarding = { tag: 'account-onboarding', listeners: ['OnExit', 'OnStepChange'] } as const;

test.use({ sellerKind: { isNew: true } });

/** Answers a step with what Stripe's test mode accepts. */
async function answer(component: FrameLocator, step: string): Promise<void> {
  await expect(component.getByRole('heading', { name: step })).toBeVisible();
  await component.getByRole('button', { name: 'Use test data' }).click();
  await component.getByRole('button', { name: 'Continue' }).click();
}

test('a seller signs in, answers step by step, and can take payments', async ({ open, page, platform, seller }) => {
  const { frame, heard } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  for (const step of ['Business type', 'Business details', 'Your details', 'Bank account'])
    await answer(component, step);
  await expect(component.getByText('•••• 6789')).toBeVisible();
  await component.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(component.getByRole('heading', { name: 'That’s everything' })).toBeVisible();
  await expect
    .poll(() => heard('OnStepChange'))
    .toEqual(
      [
        'stripe_user_authentication',
        'business_type',
        'business_details',
        'representative_details',
        'external_account',
        'summary',
      ].map((step) => ({ step })),
    );
  await expect.poll(() => heard('OnExit')).toHaveLength(1);
  expect(await heard('OnLoadError')).toEqual([]);
  const account = await platform.stripe.accounts.retrieve(seller.account);
  expect([account.details_submitted, account.charges_enabled, account.payouts_enabled]).toEqual([true, true, true]);
});

test('what is wrong is said at its field, and the first one gets the keyboard', async ({ open, page }) => {
  const { frame } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  await component.getByLabel('Type of business').selectOption('Company');
  await component.getByRole('button', { name: 'Continue' }).click();
  await expect(component.getByRole('heading', { name: 'Business details' })).toBeFocused();
  await component.getByLabel('Registered name').fill('Fern Ltd');
  await component.getByLabel('Website').fill('fern.example');
  await component.getByRole('button', { name: 'Continue' }).click();
  await expect(component.getByRole('alert')).toHaveText('3 fields need another look.');
  await expect(component.getByLabel('Business tax number')).toBeFocused();
  const website = component.getByLabel('Website');
  await expect(website).toHaveAttribute('aria-invalid', 'true');
  await expect(website).toHaveAccessibleDescription('Enter the full address, for example https://example.com.');
  await expect(component.getByLabel('Registered name')).toHaveValue('Fern Ltd');
});

test('a seller who leaves comes back to where they were', async ({ open, page }) => {
  const { frame, heard } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  await answer(component, 'Business type');
  await component.getByLabel('Name your customers know').fill('Anvil & Oak');
  await component.getByRole('button', { name: 'Save for later' }).click();
  await expect(component.getByRole('heading', { name: 'Saved for later' })).toBeFocused();
  await expect.poll(() => heard('OnExit')).toHaveLength(1);
  await page.reload();
  await open({}, onboarding);
  await signIn(page, component);
  await expect(component.getByLabel('Name your customers know')).toHaveValue('Anvil & Oak');
  await component.getByRole('button', { name: 'Back' }).click();
  await expect(component.getByRole('heading', { name: 'Business type' })).toBeFocused();
});

test('the summary leads to each step and back', async ({ open, page, platform, seller }) => {
  platform.emulator.control.completeOnboarding(seller.account, { address_state: 'CA' });
  const { frame, heard } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  await component.getByRole('button', { name: 'Edit Your details' }).click();
  await component.getByLabel('Last name').fill('Roe');
  await component.getByRole('button', { name: 'Continue' }).click();
  await expect(component.getByRole('heading', { name: 'Review and submit' })).toBeFocused();
  await expect(component.getByText('Roe', { exact: true })).toBeVisible();
  await expect(component.getByText('January 1, 1901')).toBeVisible();
  await expect.poll(() => heard('OnStepChange')).toContainEqual({ step: 'summary_persons' });
});

test('a number that Stripe does not believe is asked for again', async ({ open, page }) => {
  const { frame } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  await answer(component, 'Business type');
  await answer(component, 'Business details');
  await component.getByRole('button', { name: 'Use test data' }).click();
  await component.getByLabel('Social security number').fill('111111111');
  await component.getByRole('button', { name: 'Continue' }).click();
  await answer(component, 'Bank account');
  await component.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(component.getByRole('heading', { name: 'Stripe needs a little more' })).toBeVisible();
  await component.getByRole('button', { name: 'Continue' }).click();
  await expect(component.getByText('The ID number could not be matched')).toBeVisible();
  await answer(component, 'Your details');
  await component.getByRole('button', { name: 'Agree and submit' }).click();
  await expect(component.getByRole('heading', { name: 'That’s everything' })).toBeVisible();
});

test('a seller agrees to the papers of the platform', async ({ open, page, platform, seller }) => {
  platform.emulator.control.completeOnboarding(seller.account, { address_state: 'CA' });
  const values = {
    FullTermsOfServiceUrl: 'https://platform.example/terms',
    RecipientTermsOfServiceUrl: 'https://platform.example/recipients',
    PrivacyPolicyUrl: 'javascript:alert(1)',
  };
  const { frame } = await open({}, { ...onboarding, values });
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByRole('link', { name: 'terms of service' })).toHaveAttribute(
    'href',
    'https://platform.example/terms',
  );
  await expect(component.getByText('test privacy policy of this emulator')).toBeVisible();
  await expect(component.getByRole('link')).toHaveCount(1);
});

test('a seller who only gets transfers agrees to the papers for recipients', async ({
  open,
  page,
  platform,
  seller,
}) => {
  platform.emulator.control.completeOnboarding(seller.account, { address_state: 'CA' });
  await platform.stripe.accounts.update(seller.account, { capabilities: { card_payments: { requested: false } } });
  const values = {
    RecipientTermsOfServiceUrl: 'https://platform.example/recipients',
    PrivacyPolicyUrl: 'https://p.example/',
  };
  const { frame } = await open({}, { ...onboarding, values });
  const component = frame(TITLE);
  await signIn(page, component);
  await expect(component.getByRole('link', { name: 'recipients' })).toHaveAttribute(
    'href',
    values.RecipientTermsOfServiceUrl,
  );
  await expect(component.getByRole('link', { name: 'privacy policy' })).toHaveAttribute(
    'href',
    values.PrivacyPolicyUrl,
  );
});

test.describe('where the platform asks for itself', () => {
  test.use({ sellerKind: { isNew: true, isPlatformsOwn: true } });

  const features = { external_account_collection: false };

  test('nobody signs in, and no bank account and no terms are asked for', async ({ open, platform, seller }) => {
    seller.allow({ account_onboarding: { enabled: true, features } });
    const { frame, heard } = await open({}, { ...onboarding, values: { SkipTermsOfServiceCollection: true } });
    const component = frame(TITLE);
    for (const step of ['Business type', 'Business details', 'Your details']) await answer(component, step);
    await expect(component.getByRole('heading', { name: 'Review and submit' })).toBeVisible();
    await expect(component.getByText('you agree')).toHaveCount(0);
    await component.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => heard('OnExit')).toHaveLength(1);
    expect(await heard('OnStepChange')).not.toContainEqual({ step: 'stripe_user_authentication' });
    const account = await platform.stripe.accounts.retrieve(seller.account);
    expect(account.tos_acceptance?.date).toBeNull();
    expect(account.requirements?.currently_due).toEqual(['external_account']);
  });

  for (const [restriction, steps] of [
    [{ only: ['individual.*_name', 'external_account'] }, ['representative_details', 'external_account']],
    [{ only: ['tos_acceptance.*'] }, ['terms_of_service']],
    [{ exclude: ['business_*', 'company.*'] }, ['representative_details', 'external_account', 'summary']],
  ] as const) {
    test(`collects what the platform wants: ${JSON.stringify(restriction)}`, async ({ open, seller }) => {
      const disabled = { disable_stripe_user_authentication: true };
      seller.allow({ account_onboarding: { enabled: true, features: disabled } });
      const CollectionOptions = {
        fields: 'eventually_due',
        futureRequirements: 'include',
        requirements: restriction,
      };
      const { frame, heard } = await open({}, { ...onboarding, values: { CollectionOptions } });
      const component = frame(TITLE);
      for (const step of steps) {
        await expect.poll(async () => (await heard('OnStepChange')).at(-1)).toEqual({ step });
        if (step === 'representative_details' || step === 'external_account')
          await component.getByRole('button', { name: 'Use test data' }).click();
        await component.getByRole('button', { name: /Continue|submit/u }).click();
      }
      await expect.poll(() => heard('OnExit')).toHaveLength(1);
      await expect.poll(() => heard('OnStepChange')).toEqual(steps.map((step) => ({ step })));
    });
  }
});

test.describe('Stripe’s window to sign in', () => {
  test('says that it is the emulator’s, whose account it is, and can be reached by keyboard', async ({
    open,
    page,
  }) => {
    const { frame } = await open({}, onboarding);
    await frame(TITLE).getByRole('button', { name: 'Sign in' }).focus();
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const window = await opened;
    await expect(window.getByText('Stripe emulator · test')).toBeVisible();
    await expect(window.getByText('Anvil & Oak')).toBeVisible();
    await expectAccessible(window);
    const closed = window.waitForEvent('close');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await closed;
    await expect(frame(TITLE).locator('.opened')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(frame(TITLE).getByLabel('Type of business')).toBeFocused();
  });

  test('that is closed leaves the component asking, until somebody signs in', async ({ open, page }) => {
    const { frame } = await open({}, onboarding);
    const component = frame(TITLE);
    const window = await openSignIn(page, component);
    await expect(component.getByText('Waiting for you to sign in')).toBeVisible();
    await window.close();
    await expect(component.getByText('The window was closed before you signed in.')).toBeVisible();
    await signIn(page, component);
    await expect(component.getByRole('heading', { name: 'Business type' })).toBeVisible();
  });

  test('that the browser blocks has a link beside it', async ({ open, page, context }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    const { frame } = await open({}, onboarding);
    const component = frame(TITLE);
    await component.getByRole('button', { name: 'Sign in' }).click();
    await expect(component.getByRole('alert')).toContainText('Your browser blocked the window');
    const link = component.getByRole('link', { name: 'sign in in a new tab' });
    await expect(link).toBeFocused();
    await expectAccessible(page);
    const opened = context.waitForEvent('page');
    await link.click();
    await (await opened).getByRole('button', { name: 'Sign in as the owner' }).click();
    await expect(component.getByRole('heading', { name: 'Business type' })).toBeVisible();
  });

  test('opens every component that waits for it', async ({ open, page, platform, seller }) => {
    platform.emulator.control.completeOnboarding(seller.account);
    const { frame, settled } = await open({}, onboarding, { tag: 'account-management' });
    await expect(frame('Account management').getByRole('button', { name: 'Sign in' })).toBeVisible();
    await settled();
    await signIn(page, frame(TITLE));
    await expect(frame('Account management').getByRole('heading', { name: 'Test Shop' })).toBeVisible();
  });

  test.describe('for a session that came to its end', () => {
    test.use({ allowedErrors: [/status of (401|403)/u] });

    test('is asked for again, and nothing that was typed is lost', async ({ open, page, platform }) => {
      const { frame, heard } = await open({}, onboarding);
      const component = frame(TITLE);
      await signIn(page, component);
      await answer(component, 'Business type');
      await component.getByLabel('Name your customers know').fill('Anvil & Oak');
      platform.emulator.control.expireAccountSessions();
      await signIn(page, component);
      await expect(component.getByLabel('Name your customers know')).toHaveValue('Anvil & Oak');
      expect(await heard('OnLoadError')).toEqual([]);
    });
  });
});

const DARK = { colorBackground: '#101214', colorText: '#f4f5f7', colorPrimary: '#8f8aff' };

for (const variables of [{}, DARK]) {
  test(`no step breaks an automatic accessibility rule on ${variables === DARK ? 'dark' : 'light'} ground`, async ({
    open,
    page,
  }) => {
    const { frame } = await open({ appearance: { variables } }, onboarding);
    const component = frame(TITLE);
    await expect(component.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(page);
    await signIn(page, component);
    await answer(component, 'Business type');
    await component.getByRole('button', { name: 'Continue' }).click();
    await expect(component.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    for (const step of ['Business details', 'Your details', 'Bank account']) await answer(component, step);
    await expect(component.getByRole('heading', { name: 'Review and submit' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('at 390 pixels nothing is wider than the page', async ({ open, page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  const { frame } = await open({}, onboarding);
  const component = frame(TITLE);
  await signIn(page, component);
  for (const step of ['Business type', 'Business details', 'Your details', 'Bank account']) {
    const root = component.locator('#frame');
    expect(await root.evaluate((inside) => inside.scrollWidth > inside.clientWidth)).toBe(false);
    await answer(component, step);
  }
});
