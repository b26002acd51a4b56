import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_ANSWERS } from '../../control/test-answers.ts';
import { act, ask, type FrameAnswer } from '../../test/frame-client.ts';
import { newAccount, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { eventsOf } from '../../test/test-world.ts';
import { resolveAccountSession } from '../../world/account-sessions.ts';
import { chargesEnabled } from '../../world/accounts.ts';
import { finishSignIn } from '../../world/sign-ins.ts';
import type { Account } from '../../world/state.ts';

const ANSWERS = { ...TEST_ANSWERS, address_state: 'CA' };
const FREE = ['external_account_collection', 'disable_stripe_user_authentication'];
const PRIVATE = { onboarding: 'account_onboarding', management: 'account_management' } as const;

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = newAccount(app.world);
});
afterEach(() => app.server.close());

const secretWith = (component: string, features: readonly string[] = FREE): string =>
  secretFor(app.world, account.id, { [component]: features });
const current = (): Account => app.world.store.get('account', account.id);
const types = (): readonly string[] => eventsOf(app.world, account.id);
const needed = { status: 403, body: { error: { code: 'authentication_needed' } } };

async function signIn(secret: string): Promise<void> {
  const { body } = await act(app, 'sign-in', secret);
  finishSignIn(app.world, new URL(String(body['url'])).pathname.split('/').at(-1) ?? '');
}

describe('signing in', () => {
  it.each(Object.entries(PRIVATE))('comes before %s is shown or changed', async (question, component) => {
    account = readyAccount(app.world);
    const secret = secretWith(component, ['external_account_collection']);
    expect(await ask(app, 'authentication', secret)).toMatchObject({ status: 200, body: { needed: true } });
    expect(await ask(app, question, secret)).toMatchObject(needed);
    expect(await act(app, 'onboarding/person', secret, ANSWERS)).toMatchObject(needed);
    expect(await act(app, 'onboarding/person/keep', secret, ANSWERS)).toMatchObject(needed);
    await signIn(secret);
    expect(await ask(app, 'authentication', secret)).toMatchObject({ body: { needed: false } });
    expect(await ask(app, question, secret)).toMatchObject({ status: 200 });
  });

  it('comes before a bank account or a detail is changed', async () => {
    account = readyAccount(app.world);
    const secret = secretWith('account_management', ['external_account_collection']);
    for (const path of ['bank-account', 'management/public_details'])
      expect(await act(app, path, secret, ANSWERS)).toMatchObject(needed);
    expect(current()).toEqual(account);
  });

  it('counts for its session alone', async () => {
    await signIn(secretWith('account_onboarding', []));
    expect(await ask(app, 'onboarding', secretWith('account_onboarding', []))).toMatchObject(needed);
  });

  it('is left out where the session says so', async () => {
    expect(await ask(app, 'authentication', secretWith('account_onboarding'))).toMatchObject({
      body: { needed: false },
    });
  });

  it('opens no window for a session that shows nothing private', async () => {
    expect(await act(app, 'sign-in', secretWith('payments'))).toMatchObject({ status: 403 });
  });

  it('is not kept with a session that is over', async () => {
    const secret = secretWith('account_onboarding', []);
    await signIn(secret);
    const session = resolveAccountSession(app.world, secret);
    app.world.store.update('account_session', session?.id ?? '', { expiresUnix: 0 });
    expect(await ask(app, 'authentication', secret)).toMatchObject({ status: 401 });
  });
});

const state = async (query = '', features = FREE): Promise<FrameAnswer['body']> =>
  (await ask(app, `onboarding${query}`, secretWith('account_onboarding', features))).body;
const step = (slug: string, typed: object, query = ''): Promise<FrameAnswer> =>
  act(app, `onboarding/${slug}${query}`, secretWith('account_onboarding'), typed);
const change = (path: string, typed: object): Promise<FrameAnswer> =>
  act(app, path, secretWith('account_management'), typed);

const banks = async (): Promise<unknown> =>
  (await ask(app, 'management', secretWith('account_management'))).body['banks'];

async function goThrough(typed: object, query = ''): Promise<readonly string[]> {
  const seen: string[] = [];
  let next = (await state(query))['open'];
  while (typeof next === 'string' && seen.length < 10) {
    seen.push(next);
    next = (await step(next, typed, query)).body['next'];
  }
  return seen;
}

describe('onboarding', () => {
  it('goes from step to step and is handed in', async () => {
    expect(await goThrough(ANSWERS)).toEqual(['business-type', 'business', 'person', 'bank', 'review']);
    expect(chargesEnabled(app.world, current())).toBe(true);
    expect(types()).toContain('account.external_account.created');
  });

  it('says what is wrong and keeps nothing of it', async () => {
    expect(await step('person', { ...ANSWERS, email: 'jenny' })).toEqual({
      status: 200,
      body: { problems: { email: 'wrong' } },
    });
    expect(current().answers).toEqual({});
  });

  it('is left for later with what was typed, right or not', async () => {
    await step('business-type', { business_type: 'company' });
    await step('business/keep', { company_name: 'Fern Ltd' });
    expect(await state()).toMatchObject({ open: 'business' });
    expect(current()).toMatchObject({ submittedUnix: null, answers: { company_name: 'Fern Ltd' } });
  });

  it('is not handed in while something is missing', async () => {
    await step('business-type', ANSWERS);
    expect(await step('review', {})).toMatchObject({ body: { next: 'business' } });
    expect(current().submittedUnix).toBeNull();
  });

  it('does not send a secret back, and keeps it where nothing else is typed', async () => {
    app.world.store.update('account', account.id, { answers: { ...ANSWERS, id_number: '987654321' } });
    const shown = JSON.stringify(await state());
    expect(shown).toContain('•••• 4321');
    expect(shown).not.toContain('987654321');
    await step('person', { ...ANSWERS, id_number: '' });
    expect(current().answers['id_number']).toBe('987654321');
  });

  it('asks anew for a secret that was not believed', async () => {
    await goThrough({ ...ANSWERS, id_number: '111111111' });
    expect(await state()).toMatchObject({
      open: 'person',
      askedAgain: true,
      reasons: ['verification_failed_id_number_match'],
    });
    expect(await step('person', { ...ANSWERS, id_number: '' })).toMatchObject({
      body: { problems: { id_number: expect.any(String) } },
    });
    expect(await goThrough(ANSWERS)).toEqual(['person', 'review']);
    expect(current().demands).toEqual([]);
  });

  it('leaves out what the platform excludes, which is due all the same', async () => {
    const query = '?exclude=external_account&exclude=tos_acceptance.*';
    expect(await state(query)).toMatchObject({ terms: null });
    expect(await goThrough(ANSWERS, query)).toEqual(['business-type', 'business', 'person', 'review']);
    expect(current()).toMatchObject({ termsAccepted: false, demands: [{ field: 'external_account' }] });
    expect(current().bankAccounts).toEqual([]);
  });

  it('asks for some things only, and hands in nothing that is not complete', async () => {
    expect(await goThrough(ANSWERS, '?only=individual.*')).toEqual(['person']);
    expect(current().submittedUnix).toBeNull();
    expect(current().answers['first_name']).toBe('Jenny');
  });

  it('hands in with its last step what alone was asked of an account that is onboarded', async () => {
    const field = 'individual.verification.document';
    account = readyAccount(app.world, { demands: [{ field, deadlineUnix: 1, problem: null }] });
    expect(await goThrough({ document: 'file_identity_document_success' }, '?only=individual.*')).toEqual(['document']);
    expect(current().demands).toEqual([]);
  });

  it('agrees to other terms where an account is only sent money', async () => {
    expect(await state()).toMatchObject({ terms: 'full' });
    app.world.store.update('account', account.id, { requestedCapabilities: ['transfers'] });
    expect(await state()).toMatchObject({ terms: 'recipient' });
  });

  it('asks for no bank account where the session does not collect one', async () => {
    const features = ['disable_stripe_user_authentication'];
    const secret = secretWith('account_onboarding', features);
    expect(await act(app, 'onboarding/bank', secret, ANSWERS)).toMatchObject({ status: 404 });
    expect(JSON.stringify(await state('', features))).not.toContain('account_number');
    expect(current().answers).toEqual({});
  });

  it.each(['?fields=everything', '?future=some', '?only=a&exclude=b'])('refuses %s', async (query) => {
    const secret = secretWith('account_onboarding');
    expect(await ask(app, `onboarding${query}`, secret)).toMatchObject({ status: 400 });
  });
});

describe('management', () => {
  beforeEach(() => {
    account = readyAccount(app.world);
  });

  it('shows itself only once onboarding was handed in, whoever signs in', async () => {
    account = newAccount(app.world);
    for (const path of ['authentication', 'management', 'onboarding'])
      expect(await ask(app, path, secretWith('account_management', []))).toMatchObject({
        status: 403,
        body: { error: { message: expect.stringContaining('onboarding was handed in') } },
      });
    expect(await change('onboarding/person', ANSWERS)).toMatchObject({ status: 403 });
  });

  it('shows what Stripe knows, without its secrets', async () => {
    const { body } = await ask(app, 'management', secretWith('account_management'));
    expect(body).toMatchObject({
      name: 'Test Shop',
      banks: [{ last4: '6789', returned: false, isDefault: true }],
      wanted: 0,
    });
    expect(JSON.stringify(body)).toContain('Rosen');
    expect(current().answers['id_number']).toBe('000000000');
    expect(JSON.stringify(body)).not.toContain('"value":"000000000"');
  });

  it('changes public details, which the API shows', async () => {
    const typed = {
      statement_descriptor: 'ANVIL OAK',
      support_email: 'help@anvil.example',
      support_phone: '',
      support_url: '',
    };
    expect(await change('management/public_details', typed)).toMatchObject({ body: { problems: {} } });
    expect(app.world.render(app.world, 'account', app.world.store.get('account', account.id))).toMatchObject({
      business_profile: { support_email: 'help@anvil.example', support_phone: '0000000000', support_url: null },
      settings: { payments: { statement_descriptor: 'ANVIL OAK' } },
    });
    expect(types().at(-1)).toBe('account.updated');
  });

  it.each([
    ['public_details', { statement_descriptor: 'No' }, 'statement_descriptor'],
    ['public_details', { statement_descriptor: '12345' }, 'statement_descriptor'],
    ['public_details', { support_email: 'help' }, 'support_email'],
    ['business_details', { ...TEST_ANSWERS, url: 'shop' }, 'url'],
    ['personal_details', { ...ANSWERS, dob: '' }, 'dob'],
  ])('refuses in %s what is not right (%j)', async (section, typed, field) => {
    const { body } = await change(`management/${section}`, typed);
    expect(body).toMatchObject({ problems: { [field]: expect.any(String) } });
    expect(current()).toEqual(account);
  });

  it('is doubted where somebody gives a number that Stripe does not believe', async () => {
    await change('management/personal_details', { ...ANSWERS, id_number: '111111111' });
    expect(await ask(app, 'management', secretWith('account_management'))).toMatchObject({ body: { wanted: 1 } });
  });

  it('adds a bank account that payouts go to, and lets them go to the old one again', async () => {
    const typed = { ...ANSWERS, account_number: '000111111116' };
    expect(await change('bank-account', typed)).toMatchObject({ body: { problems: {} } });
    expect(await banks()).toMatchObject([
      { last4: '6789', isDefault: false },
      { last4: '1116', isDefault: true },
    ]);
    const [old] = current().bankAccounts;
    expect(await change(`bank-account/${old?.id}/default`, {})).toMatchObject({ status: 200 });
    expect(await banks()).toMatchObject([
      { last4: '6789', isDefault: true },
      { last4: '1116', isDefault: false },
    ]);
    expect(types().slice(-2)).toEqual(['account.external_account.updated', 'account.external_account.updated']);
    expect(await change('bank-account/ba_nobody/default', {})).toMatchObject({ status: 404 });
  });

  it('refuses a bank account that is not right', async () => {
    expect(await change('bank-account', { ...ANSWERS, routing_number: '11' })).toMatchObject({
      body: { problems: { routing_number: 'wrong' } },
    });
  });

  it('changes no bank account where the session does not collect one', async () => {
    const secret = secretWith('account_management', ['disable_stripe_user_authentication']);
    expect(await act(app, 'bank-account', secret, ANSWERS)).toMatchObject({ status: 403 });
    expect(await act(app, 'bank-account/ba_1/default', secret, {})).toMatchObject({ status: 403 });
    expect(await ask(app, 'management', secret)).toMatchObject({ body: { bankFields: null } });
  });

  it('has no other parts', async () => {
    expect(await change('management/secrets', {})).toMatchObject({ status: 404 });
  });
});
