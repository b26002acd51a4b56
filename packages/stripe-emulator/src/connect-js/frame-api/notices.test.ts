import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { newAccount, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const noticesOf = async (id: string) =>
  (await ask(app, 'notices', secretFor(app.world, id, { notification_banner: [] }))).body;
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

  it('say that it is late, and lead to onboarding', async () => {
    app.world.store.update('account', account.id, { demands: [demand(1)] });
    expect(await noticesOf(account.id)).toMatchObject({
      notices: [{ tone: 'danger', kind: 'overdue', dueUnix: null }],
    });
    const secret = secretFor(app.world, account.id, { notification_banner: [] });
    const { body } = await act(app, 'onboarding-link', secret, {});
    expect(body['url']).toMatch(new RegExp(`^http://127.0.0.1:4242/connect/setup/s/${account.id}/`));
  });
});
