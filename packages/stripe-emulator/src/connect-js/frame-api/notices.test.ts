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

const banner = (id: string) => secretFor(app.world, id, { notification_banner: [] });
const noticesOf = async (id: string, query = '') => (await ask(app, `notices${query}`, banner(id))).body;
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

  it('say nothing of what the platform does not want collected', async () => {
    openRequirement(app.world, account.id, 'now');
    expect(await noticesOf(account.id, '?exclude=*.document')).toEqual({ notices: [] });
  });

  it('say that it is late, and lead to onboarding', async () => {
    app.world.store.update('account', account.id, { demands: [demand(1)] });
    expect(await noticesOf(account.id)).toMatchObject({
      notices: [{ tone: 'danger', kind: 'overdue', dueUnix: null }],
    });
    const { body } = await act(app, 'onboarding-link', banner(account.id), {});
    expect(body['url']).toMatch(new RegExp(`^http://127.0.0.1:4242/connect/setup/s/${account.id}/`));
  });
});
