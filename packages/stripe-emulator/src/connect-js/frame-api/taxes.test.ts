import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;
let secret: string;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
  secret = secretFor(app.world, account.id, { tax_settings: [], tax_registrations: [] });
});
afterEach(() => app.server.close());

const rows = async () => (await ask(app, 'tax-registrations', secret)).body['rows'];
const office = {
  country: 'US',
  line1: '1 Main St',
  line2: '',
  city: 'Springfield',
  state: 'CA',
  postal_code: '94107',
};
const settings = { ...office, taxBehavior: 'exclusive', taxCode: 'txcd_99999999' };

describe('tax settings', () => {
  it('are empty at first, and saved', async () => {
    expect((await ask(app, 'tax-settings', secret)).body).toMatchObject({
      headOffice: null,
      taxBehavior: '',
      taxCode: '',
      countries: expect.arrayContaining(['DE', 'US']),
    });
    expect(await act(app, 'tax-settings', secret, settings)).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^taxset_/u) },
    });
    expect((await ask(app, 'tax-settings', secret)).body).toMatchObject({
      headOffice: office,
      taxBehavior: 'exclusive',
      taxCode: 'txcd_99999999',
    });
  });

  it('keep the category where it is not asked for', async () => {
    await act(app, 'tax-settings', secret, settings);
    await act(app, 'tax-settings', secret, { ...settings, taxCode: '', taxBehavior: 'inclusive' });
    expect((await ask(app, 'tax-settings', secret)).body).toMatchObject({
      taxBehavior: 'inclusive',
      taxCode: 'txcd_99999999',
    });
  });

  it('say everything that is wrong, each by its field', async () => {
    const empty = { country: '', line1: ' ', line2: '', city: '', state: '', postal_code: '', taxBehavior: '' };
    expect(await act(app, 'tax-settings', secret, empty)).toEqual({
      status: 400,
      body: {
        error: {
          type: 'invalid_request_error',
          code: 'check_fields',
          message: 'Check the marked fields.',
          fields: {
            country: 'country',
            line1: 'line1',
            city: 'city',
            postal_code: 'postal_code',
            taxBehavior: 'taxBehavior',
          },
        },
      },
    });
  });

  it('say where a tax code is none', async () => {
    expect(await act(app, 'tax-settings', secret, { ...settings, taxCode: 'books' })).toMatchObject({
      status: 400,
      body: { error: { fields: { tax_code: expect.any(String) } } },
    });
  });
});

describe('tax registrations', () => {
  const california = { country: 'US', state: 'CA', type: 'state_sales_tax' };

  it('are added, now or later, and end', async () => {
    const { id } = (await act(app, 'tax-registrations', secret, california)).body;
    const later = { country: 'DE', state: '', type: 'standard', fromUnix: app.world.clock.nowUnix() + 1000 };
    expect(await act(app, 'tax-registrations', secret, later)).toMatchObject({ status: 200 });
    expect(await rows()).toMatchObject([
      { country: 'DE', state: null, kind: 'standard', status: 'scheduled' },
      { id, country: 'US', state: 'CA', status: 'active', endUnix: null },
    ]);
    expect(await act(app, `tax-registrations/${String(id)}/expire`, secret)).toMatchObject({ status: 200 });
    expect(await rows()).toMatchObject([{ country: 'DE' }, { id, status: 'expired', endUnix: expect.any(Number) }]);
    expect(await act(app, `tax-registrations/${String(id)}/expire`, secret)).toMatchObject({ status: 400 });
    expect(app.world.store.all('tax_registration', account.id, { country: 'DE' })).toMatchObject([
      { options: { type: 'standard', standard: { place_of_supply_scheme: 'standard' } } },
    ]);
  });

  it('are not added twice, which is said at the country', async () => {
    await act(app, 'tax-registrations', secret, california);
    expect(await act(app, 'tax-registrations', secret, california)).toMatchObject({
      status: 400,
      body: { error: { fields: { country: 'registered' } } },
    });
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    [{ country: '', state: '', type: '' }, 'country'],
    [{ country: 'US', state: '', type: 'state_sales_tax' }, 'state'],
    [{ country: 'DE', state: '', type: 'oss' }, 'type'],
    [{ country: 'DE', state: '', type: 'standard', fromUnix: -1 }, 'from'],
  ])('say what is wrong with %j by its field', async (wish, field) => {
    expect(await act(app, 'tax-registrations', secret, wish)).toMatchObject({
      status: 400,
      body: { error: { fields: { [field]: expect.any(String) } } },
    });
    expect(await rows()).toEqual([]);
  });

  it('of another account do not end', async () => {
    const { id } = (await act(app, 'tax-registrations', secret, california)).body;
    const other = secretFor(app.world, readyAccount(app.world).id, { tax_registrations: [] });
    expect(await act(app, `tax-registrations/${String(id)}/expire`, other)).toMatchObject({ status: 404 });
    expect(await rows()).toMatchObject([{ status: 'active' }]);
  });
});

it.each([
  ['tax-settings', 'tax_registrations', settings],
  ['tax-registrations', 'tax_settings', { country: 'DE', state: '', type: 'standard' }],
  ['tax-registrations/taxreg_1/expire', 'tax_settings', {}],
])('%s is not changed by a session with %s only', async (path, component, body) => {
  const other = secretFor(app.world, account.id, { [component]: [] });
  expect(await act(app, path, other, body)).toMatchObject({ status: 403 });
  expect(app.world.store.all('tax_settings', account.id)).toEqual([]);
  expect(app.world.store.all('tax_registration', account.id)).toEqual([]);
});
