import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';

const DARK = { colorBackground: '#101214', colorText: '#f4f5f7', colorPrimary: '#8f8aff' };

// A form that is not complete is refused by the server.
test.use({ allowedErrors: [/status of 400/u] });

test('tax settings are saved, and what is missing is said at its field', async ({ open, seller, platform }) => {
  const { frame, heard } = await open(
    {},
    { tag: 'tax-settings', values: { DisplayHeadOfficeCountries: ['US', 'DE'] }, listeners: ['OnTaxSettingsUpdated'] },
  );
  const settings = frame('Tax settings');
  await expect(settings.getByText('Needed')).toBeVisible();
  await expect(settings.getByLabel('Country').getByRole('option')).toHaveText([
    'Choose a country',
    'Germany',
    'United States',
  ]);
  await settings.getByRole('button', { name: 'Save tax settings' }).click();
  await expect(settings.getByRole('alert')).toHaveText('Check the marked fields.');
  await expect(settings.getByLabel('Country')).toBeFocused();
  await expect(settings.getByLabel('City')).toHaveAccessibleDescription('Enter the city.');
  expect(await heard('OnTaxSettingsUpdated')).toEqual([]);

  await settings.getByLabel('Country').selectOption('United States');
  await settings.getByLabel('Street and number').fill('1 Main St');
  await settings.getByLabel('City').fill('Springfield');
  await settings.getByLabel('State', { exact: true }).selectOption('California');
  await settings.getByLabel('ZIP code').fill('94107');
  await settings.getByLabel('Tax in prices').selectOption('Added to the price');
  await settings.getByLabel('Product category').selectOption('Clothing and footwear');
  await settings.getByRole('button', { name: 'Save tax settings' }).press('Enter');
  await expect(settings.getByRole('status')).toHaveText('Saved');
  await expect(settings.getByText('Needed')).toHaveCount(0);
  await expect.poll(() => heard('OnTaxSettingsUpdated')).toEqual([{ id: expect.any(String) }]);
  const options = { stripeAccount: seller.account };
  expect(await platform.stripe.tax.settings.retrieve({}, options)).toMatchObject({
    status: 'active',
    head_office: { address: { country: 'US', line1: '1 Main St', state: 'CA', postal_code: '94107' } },
    defaults: { tax_behavior: 'exclusive', tax_code: 'txcd_30011000' },
  });

  // What the API changes shows by itself, next to what is being typed.
  await settings.getByLabel('City').fill('Shelbyville');
  await platform.stripe.tax.settings.update({ defaults: { tax_behavior: 'inclusive' } }, options);
  await expect(settings.getByLabel('Tax in prices')).toHaveValue('inclusive');
  await expect(settings.getByLabel('City')).toHaveValue('Shelbyville');
});

test('what is typed while the settings are being saved stays', async ({ open, page, seller, platform }) => {
  const { settings: api } = platform.stripe.tax;
  const options = { stripeAccount: seller.account };
  const address = { country: 'DE', line1: 'Hauptstr. 1', city: 'Berlin', postal_code: '10115' };
  await api.update({ head_office: { address }, defaults: { tax_behavior: 'exclusive' } }, options);
  const { frame } = await open({}, { tag: 'tax-settings' });
  const settings = frame('Tax settings');
  await expect(settings.getByLabel('City')).toHaveValue('Berlin');

  // What the server has by then is not told before more was typed.
  const typed = Promise.withResolvers<undefined>();
  await page.route('**/v1.0/frame-api/tax-settings', async (route) => {
    if (route.request().method() === 'GET') await typed.promise;
    await route.continue();
  });
  await settings.getByLabel('Street and number').fill('Hauptstr. 2');
  await settings.getByRole('button', { name: 'Save tax settings' }).press('Enter');
  await expect(settings.getByRole('status')).toHaveText('Saved');
  await settings.getByLabel('City').fill('Bonn');
  await api.update({ defaults: { tax_behavior: 'inclusive' } }, options);
  typed.resolve(undefined);
  await expect(settings.getByLabel('Tax in prices')).toHaveValue('inclusive');
  await expect(settings.getByLabel('City')).toHaveValue('Bonn');
});

test('the product category can be left out', async ({ open }) => {
  const { frame } = await open({}, { tag: 'tax-settings', values: { HideProductTaxCodeSelector: true } });
  await expect(frame('Tax settings').getByLabel('Tax in prices')).toBeVisible();
  await expect(frame('Tax settings').getByLabel('Product category')).toHaveCount(0);
});

test('tax registrations are added and ended by keyboard, and the page hears of each', async ({
  open,
  page,
  seller,
  platform,
}) => {
  const listeners = ['OnAfterTaxRegistrationAdded', 'OnAfterTaxRegistrationExpired'];
  const { frame, heard } = await open(
    {},
    { tag: 'tax-registrations', values: { DisplayCountries: ['US', 'FR'] }, listeners },
  );
  const registrations = frame('Tax registrations');
  await expect(registrations.getByText('No registrations yet')).toBeVisible();
  await registrations.getByRole('button', { name: 'Add registration' }).press('Enter');
  const country = registrations.getByLabel('Country');
  await expect(country).toBeFocused();
  await expect(country.getByRole('option')).toHaveText(['Choose a country', 'France', 'United States']);
  await country.selectOption('United States');
  await registrations.getByRole('button', { name: 'Add registration' }).press('Enter');
  await expect(registrations.getByLabel('State', { exact: true })).toBeFocused();
  await expect(registrations.getByLabel('State', { exact: true })).toHaveAccessibleDescription('Choose a state.');
  await registrations.getByLabel('State', { exact: true }).selectOption('New York');
  await registrations.getByRole('button', { name: 'Add registration' }).press('Enter');
  const row = registrations.getByRole('row', { name: 'New York, United States' });
  await expect(row).toContainText('Active');
  await expect(registrations.getByRole('button', { name: 'Add registration' })).toBeFocused();
  const options = { stripeAccount: seller.account };
  const [added] = (await platform.stripe.tax.registrations.list({}, options)).data;
  expect(added).toMatchObject({ country: 'US', country_options: { us: { state: 'NY' } }, status: 'active' });
  await expect.poll(() => heard('OnAfterTaxRegistrationAdded')).toEqual([{ id: added?.id }]);

  await row.getByRole('button', { name: 'End registration in New York' }).press('Enter');
  await expect(registrations.getByRole('heading', { name: 'End the registration in New York' })).toBeFocused();
  await registrations.getByRole('button', { name: 'Keep it' }).press('Enter');
  await expect(row.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await registrations.getByRole('button', { name: 'End registration', exact: true }).press('Enter');
  await expect(row).toContainText('Ended');
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect(registrations.getByRole('button', { name: 'Add registration' })).toBeFocused();
  await expect.poll(() => heard('OnAfterTaxRegistrationExpired')).toEqual([{ id: added?.id }]);
});

for (const variables of [{}, DARK]) {
  test(`taxes break no automatic accessibility rule (${variables === DARK ? 'dark' : 'light'})`, async ({
    open,
    page,
    seller,
    platform,
  }) => {
    await platform.stripe.tax.registrations.create(
      { country: 'DE', country_options: { de: { type: 'oss_union' } }, active_from: 'now' },
      { stripeAccount: seller.account },
    );
    const { frame, settled } = await open(
      { appearance: { variables } },
      { tag: 'tax-settings' },
      { tag: 'tax-registrations' },
    );
    await settled();
    await frame('Tax settings').getByRole('button', { name: 'Save tax settings' }).press('Enter');
    await expect(frame('Tax settings').getByRole('alert')).toBeVisible();
    await settled();
    await frame('Tax registrations').getByRole('button', { name: 'End registration in Germany' }).press('Enter');
    await expect(frame('Tax registrations').getByRole('button', { name: 'Keep it' })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    for (const title of ['Tax settings', 'Tax registrations']) {
      const root = frame(title).locator('#frame');
      await expect.poll(() => root.evaluate((inside) => inside.scrollWidth - inside.clientWidth)).toBe(0);
    }
  });
}
