import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const address = { country: 'US', line1: '1 Main St', city: 'Springfield', state: 'CA', postal_code: '94107' };

describe('tax settings', () => {
  test('wait for the head office, and are kept', async () => {
    const seller = at.openSeller();
    expect(await at.stripe.tax.settings.retrieve({}, seller)).toMatchObject({
      object: 'tax.settings',
      status: 'pending',
      status_details: { pending: { missing_fields: ['head_office'] } },
      head_office: null,
      defaults: { tax_behavior: null, tax_code: null },
    });
    await at.stripe.tax.settings.update({ head_office: { address } }, seller);
    const defaults = { tax_behavior: 'inclusive' as const, tax_code: 'txcd_99999999' };
    await at.stripe.tax.settings.update({ defaults }, seller);
    expect(await at.stripe.tax.settings.retrieve({}, seller)).toMatchObject({
      status: 'active',
      status_details: { active: {} },
      head_office: { address: { ...address, line2: null } },
      defaults,
    });
    expect(at.eventsOf(seller.stripeAccount).filter((type) => type.startsWith('tax.'))).toHaveLength(2);
    expect(await at.stripe.tax.settings.retrieve()).toMatchObject({ status: 'pending' });
  });

  test.each([
    [{ country: 'US', line1: '1 Main St', city: 'Springfield', postal_code: '94107' }, 'state'],
    [{ ...address, postal_code: '9410' }, 'postal_code'],
    [{ ...address, country: 'KP' }, 'country'],
    [{ country: 'DE', postal_code: '10115', city: 'Berlin' }, 'line1'],
  ])('refuse the head office %j by its field', async (wrong, field) => {
    const error = await refusalOf(at.stripe.tax.settings.update({ head_office: { address: wrong } }, at.openSeller()));
    expect(error.param).toBe(`head_office[address][${field}]`);
  });

  test('refuse a tax code that is none', async () => {
    const error = await refusalOf(at.stripe.tax.settings.update({ defaults: { tax_code: 'books' } }, at.openSeller()));
    expect(error).toMatchObject({ param: 'defaults[tax_code]', code: 'resource_missing' });
  });
});

describe('tax registrations', () => {
  const california = { country: 'US', country_options: { us: { state: 'CA', type: 'state_sales_tax' as const } } };

  test('are added, listed, and end', async () => {
    const seller = at.openSeller();
    const added = await at.stripe.tax.registrations.create({ ...california, active_from: 'now' }, seller);
    expect(added).toMatchObject({
      object: 'tax.registration',
      id: expect.stringMatching(/^taxreg_/u),
      country: 'US',
      country_options: { us: { state: 'CA', type: 'state_sales_tax' } },
      status: 'active',
      expires_at: null,
    });
    const later = { country: 'DE', country_options: { de: { type: 'oss_union' as const } } };
    const tomorrow = Math.floor(at.emulator.world.clock.nowMs() / 1000) + 86_400;
    const { id: scheduled } = await at.stripe.tax.registrations.create({ ...later, active_from: tomorrow }, seller);
    const idsOf = async (status: 'active' | 'all' | 'expired' | 'scheduled') =>
      (await at.stripe.tax.registrations.list({ status }, seller)).data.map(({ id }) => id);
    expect(await idsOf('all')).toEqual([scheduled, added.id]);
    expect(await idsOf('scheduled')).toEqual([scheduled]);
    const ended = await at.stripe.tax.registrations.update(added.id, { expires_at: 'now' }, seller);
    expect(ended.status).toBe('expired');
    expect(await idsOf('active')).toEqual([]);
    expect(await idsOf('expired')).toEqual([added.id]);
    expect((await refusalOf(at.stripe.tax.registrations.update(added.id, { expires_at: '' }, seller))).statusCode).toBe(
      400,
    );
    expect((await at.stripe.tax.registrations.retrieve(scheduled, {}, seller)).active_from).toBe(tomorrow);
    expect((await refusalOf(at.stripe.tax.registrations.retrieve(scheduled))).code).toBe('resource_missing');
  });

  test('are there once for each place, until they have ended', async () => {
    const seller = at.openSeller();
    const add = () => at.stripe.tax.registrations.create({ ...california, active_from: 'now' }, seller);
    const { id } = await add();
    expect((await refusalOf(add())).message).toContain('registered there already');
    await at.stripe.tax.registrations.update(id, { expires_at: 'now' }, seller);
    expect((await add()).status).toBe('active');
  });

  test.each([
    ['a country that is not known', { country: 'KP', country_options: { de: { type: 'standard' } } }, 'country'],
    ['no kind', { country: 'DE', country_options: { de: { type: 'something' } } }, 'country_options[de][type]'],
    [
      'no state',
      { country: 'US', country_options: { us: { state: 'XX', type: 'state_sales_tax' } } },
      'country_options[us][state]',
    ],
    [
      'an end before the beginning',
      { country: 'GB', country_options: { gb: { type: 'standard' as const } }, expires_at: 5 },
      'expires_at',
    ],
  ])('are refused with %s', async (_, wish, param) => {
    const error = await refusalOf(at.stripe.tax.registrations.create({ ...wish, active_from: 'now' }, at.openSeller()));
    expect(error.param).toBe(param);
  });
});
