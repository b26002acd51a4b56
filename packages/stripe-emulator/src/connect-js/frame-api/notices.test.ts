import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { newAccount, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { openRequirement } from '../../world/connect-triggers.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const banner = (id: string, features: readonly string[] = []) =>
  secretFor(app.world, id, { notification_banner: features });
const noticesOf = async (id: string, query = '', features: readonly string[] = []) =>
  (await ask(app, `notices${query}`, banner(id, features))).body;
const demand = (deadlineUnix: number) => ({ field: 'individual.verification.document', deadlineUnix, problem: null });

describe('notices', () => {
  it('say nothing while there is nothing to do, or onboarding is not over', async () => {
    expect(await noticesOf(account.id)).toEqual({ notices: [] });
    expect(await noticesOf(newAccount(app.world).id)).toEqual({ notices: [] });
  });

  it('say until when something is needed', async () => {
    const dueUnix = app.world.clock.nowUnix() + 1000;
    app.world.store.update('account', account.id, { demands: [demand(dueUnix)] });
    expect(await noticesOf(account.id)).toMatchObject({
      notices: [{ tone: 'warning', dueUnix, wants: 'information', kind: 'more_needed' }],
    });
  });

  it('speak of what is due later only where the platform collects it', async () => {
    openRequirement(app.world, account.id, 'future', { days: 10 });
    expect(await noticesOf(account.id)).toEqual({ notices: [] });
    expect(await noticesOf(account.id, '?future=include')).toMatchObject({
      notices: [{ tone: 'warning', kind: 'needed_later', dueUnix: expect.any(Number) }],
    });
    const { body } = await act(app, 'onboarding-link?future=include', banner(account.id), {});
    const [link] = app.world.store.everywhere('account_link');
    expect([body['url'], link?.collection]).toMatchObject([expect.any(String), { futureRequirements: 'include' }]);
  });

  it.each([
    ['is reviewed', { underReview: true }, 'under_review'],
    ['is not paid out', { payoutsBlocked: true }, 'payouts_paused'],
    ['was rejected', { rejection: 'other' }, 'rejected'],
  ])('say that an account %s, here and in account management', async (_, change, kind) => {
    app.world.store.update('account', account.id, change);
    expect(await noticesOf(account.id)).toMatchObject({ notices: [{ kind, wants: null }] });
    const secret = secretFor(app.world, account.id, { account_management: ['disable_stripe_user_authentication'] });
    expect((await ask(app, 'management', secret)).body).toMatchObject({ standing: [{ kind }] });
  });

  it('say that it is late, and lead to onboarding', async () => {
    app.world.store.update('account', account.id, { demands: [demand(1)] });
    expect(await noticesOf(account.id)).toMatchObject({
      notices: [{ tone: 'danger', kind: 'overdue', dueUnix: null }],
    });
    const { body } = await act(app, 'onboarding-link', banner(account.id), {});
    expect(body['url']).toMatch(new RegExp(`^http://127.0.0.1:4242/connect/setup/s/${account.id}/`));
  });

  it('say nothing of what the platform does not want collected', async () => {
    app.world.store.update('account', account.id, { demands: [demand(1)] });
    expect(await noticesOf(account.id, '?exclude=individual.verification.*')).toEqual({ notices: [] });
    expect(await noticesOf(account.id, '?exclude=*.document')).toEqual({ notices: [] });
    expect(await noticesOf(account.id, '?only=company.*')).toEqual({ notices: [] });
    expect(await noticesOf(account.id, '?only=individual.*')).toMatchObject({ notices: [{ tone: 'danger' }] });
  });

  it('offer to change a bank account only where it may be collected', async () => {
    const bankAccounts = account.bankAccounts.map((bank) => ({ ...bank, status: 'errored' as const }));
    app.world.store.update('account', account.id, { bankAccounts });
    const features = ['external_account_collection'];
    expect(await noticesOf(account.id, '', features)).toMatchObject({ notices: [{ wants: 'bank' }] });
    expect(await noticesOf(account.id)).toMatchObject({ notices: [{ wants: null }] });
    const excluding = '?exclude=external_account';
    expect(await noticesOf(account.id, excluding, features)).toMatchObject({ notices: [{ wants: null }] });
  });
});

/** Follows redirects until a page is shown, or it leads away. */
async function follow(url: string): Promise<string> {
  const reply = await app.server.inject({ url });
  return reply.headers.location === undefined ? url : follow(reply.headers.location);
}

const post = (url: string, fields: Record<string, string>) =>
  app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, action: 'continue' }).toString(),
  });

/** Opens the window of a notice, and returns where it leads. */
async function openWith(query: string): Promise<string> {
  const secret = secretFor(app.world, account.id, { notification_banner: ['external_account_collection'] });
  const { body } = await act(app, `onboarding-link${query}`, secret, {});
  return follow(new URL(String(body['url'])).pathname);
}

describe('the window that a notice leads to', () => {
  beforeEach(() => {
    const bankAccounts = account.bankAccounts.map((bank) => ({ ...bank, status: 'errored' as const }));
    app.world.store.update('account', account.id, { bankAccounts, demands: [demand(1)] });
  });

  it('asks for everything that is due, unless told', async () => {
    const url = await openWith('');
    expect(url).toMatch(/\/document$/u);
    const { headers } = await post(url, { document: 'file_identity_document_success' });
    expect(headers.location).toMatch(/\/bank$/u);
  });

  it('asks for nothing that the platform left out', async () => {
    const url = await openWith('?exclude=individual.*');
    expect(url).toMatch(/\/bank$/u);
    expect((await app.server.inject({ url: url.replace('bank', 'document') })).statusCode).toBe(303);
  });

  it('asks for the one thing that the platform wants, and hands it in', async () => {
    const url = await openWith('?only=individual.verification.document');
    const { headers } = await post(url, { document: 'file_identity_document_success' });
    expect(headers.location).toBe('http://127.0.0.1:4242/connect/setup/close');
    expect(app.world.store.get('account', account.id).demands).toEqual([]);
  });
});
