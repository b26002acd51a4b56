import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_ANSWERS, testAnswersWith } from '../../control/test-answers.ts';
import { newAccount, readyAccount, startTestApp, type TestApp } from '../../test/test-app.ts';
import { addressOfAccountLink, createAccountLink } from '../../world/account-links.ts';
import { chargesEnabled } from '../../world/accounts.ts';
import { openRequirement } from '../../world/connect-triggers.ts';
import type { Account, Collection } from '../../world/state.ts';

const RETURN_URL = 'http://localhost:5173/onboarding/return';
const REFRESH_URL = 'http://localhost:5173/onboarding/refresh';
const ANSWERS = { ...TEST_ANSWERS, address_state: 'CA' };

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = newAccount(app.world);
});
afterEach(() => app.server.close());

function link(collection?: Collection): string {
  const urls = { refreshUrl: REFRESH_URL, returnUrl: RETURN_URL };
  const made = createAccountLink(app.world, account.id, { ...urls, ...(collection && { collection }) });
  return new URL(addressOfAccountLink(app.world, made)).pathname;
}

const get = (url: string) => app.server.inject({ url });

function post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

/** Follows redirects within the flow until a page is shown, or it leads away. */
async function follow(url: string): Promise<{ url: string; text: string }> {
  if (!url.startsWith('/')) return { url, text: '' };
  const reply = await get(url);
  const to = reply.headers.location;
  return to === undefined ? { url, text: reply.body } : follow(to);
}

const current = () => app.world.store.get('account', account.id);

describe('a link', () => {
  it('opens the first step once, and then leads to where a new one is made', async () => {
    const url = link();
    expect((await follow(url)).url).toMatch(/^\/connect\/setup\/f\/\w+\/business-type$/);
    const again = await get(url);
    expect([again.statusCode, again.headers.location]).toEqual([303, REFRESH_URL]);
  });

  it('that is too old leads to where a new one is made', async () => {
    const url = link();
    app.world.clock.set(app.world.clock.nowMs() + 3_600_000);
    expect((await get(url)).headers.location).toBe(REFRESH_URL);
  });

  it('is not used up by a look at its headers', async () => {
    const url = link();
    await app.server.inject({ method: 'HEAD', url });
    expect((await follow(url)).text).toContain('Business type');
  });

  it('of an account that left the platform leads to where a new one is made', async () => {
    const url = link();
    app.world.store.update('account', account.id, { deauthorized: true });
    expect((await get(url)).headers.location).toBe(REFRESH_URL);
  });

  it('leads nobody else into what it opened, neither by itself nor by its token', async () => {
    const url = link();
    const token = url.split('/').at(-1) ?? '';
    const guesses = [token, `alink_${token}`, 'null'].map((guess) => `/connect/setup/f/${guess}`);
    for (const guess of guesses) expect((await get(guess)).statusCode).toBe(404);
    expect((await follow(url)).text).toContain('Business type');
    for (const guess of guesses) {
      expect((await get(guess)).statusCode).toBe(404);
      expect((await post(`${guess}/business-type`, { ...ANSWERS, action: 'continue' })).statusCode).toBe(404);
    }
    expect(current().answers).toEqual({});
  });

  it('that never was leads nowhere', async () => {
    expect((await get(`/connect/setup/s/${account.id}/guess`)).statusCode).toBe(404);
    expect((await get('/connect/setup/f/guess/person')).statusCode).toBe(404);
  });
});

describe('a flow', () => {
  it('goes from step to step, is handed in, and leads back', async () => {
    let at = await follow(link());
    const seen: string[] = [];
    while (at.url.startsWith('/')) {
      seen.push(at.url.split('/').at(-1) ?? '');
      const reply = await post(at.url, { ...ANSWERS, action: 'continue' });
      expect(reply.statusCode).toBe(303);
      at = await follow(String(reply.headers.location));
    }
    expect(seen).toEqual(['business-type', 'business', 'person', 'bank', 'review']);
    expect(at.url).toBe(RETURN_URL);
    expect(chargesEnabled(app.world, current())).toBe(true);
    expect(current().bankAccounts).toMatchObject([{ last4: '6789' }]);
  });

  it('asks a company for its people', async () => {
    const answers = {
      ...ANSWERS,
      ...testAnswersWith({ business_type: 'company' }),
      further_owners: '1',
      owner1_first_name: 'Ada',
      owner1_last_name: 'Rosen',
      owner1_email: 'ada@example.com',
      owner1_dob: '1980-02-03',
      owner1_percent: '30',
    };
    let at = await follow(link());
    const seen: string[] = [];
    while (at.url.startsWith('/')) {
      seen.push(at.url.split('/').at(-1) ?? '');
      at = await follow(String((await post(at.url, { ...answers, action: 'continue' })).headers.location));
    }
    expect(seen).toEqual(['business-type', 'business', 'person', 'owners', 'owner-details', 'bank', 'review']);
    expect(chargesEnabled(app.world, current())).toBe(true);
    const people = app.world.store.all('person', account.id);
    expect(people.map(({ firstName, relationship }) => [firstName, relationship.owner])).toEqual([
      ['Jenny', true],
      ['Ada', true],
    ]);
  });

  it('says what is wrong, keeps what was typed, and does not go on', async () => {
    const { url } = await follow(link());
    const reply = await post(url.replace('business-type', 'person'), {
      ...ANSWERS,
      email: 'jenny@<example>',
      action: 'continue',
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Enter an e-mail address like name@example.com.');
    expect(reply.body).toContain('value="jenny@&lt;example&gt;"');
    expect(current().answers).toEqual({});
  });

  it('is left for later with its answers, right or not, and goes on where it was', async () => {
    const { url } = await follow(link());
    await post(url, { business_type: 'company', action: 'continue' });
    const saved = await post(url.replace('business-type', 'business'), { company_name: 'Fern Ltd', action: 'save' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, RETURN_URL]);
    const told = app.world.store.everywhere('event', { type: 'v2.core.account_link.returned' });
    expect(told.map(({ body }): unknown => JSON.parse(body))).toMatchObject([{ data: { account_id: account.id } }]);
    expect(current()).toMatchObject({ submittedUnix: null, answers: { business_type: 'company' } });
    const later = await follow(link());
    expect(later.url).toMatch(/\/business$/);
    expect(later.text).toContain('value="Fern Ltd"');
  });

  it('types test data without keeping it', async () => {
    const { url } = await follow(link());
    const reply = await post(url.replace('business-type', 'bank'), { action: 'fill' });
    expect(reply.body).toContain('value="000123456789"');
    expect(current().answers).toEqual({});
  });

  it('is not handed in while something is missing', async () => {
    const { url } = await follow(link());
    await post(url, { ...ANSWERS, action: 'continue' });
    const reply = await post(url.replace('business-type', 'review'), { action: 'continue' });
    expect(reply.headers.location).toMatch(/\/business$/);
    expect(current().submittedUnix).toBeNull();
  });

  it('shows on the last page only the end of what must stay secret', async () => {
    app.world.store.update('account', account.id, { answers: { ...ANSWERS, id_number: '123456789' } });
    const { url, text } = await follow(link());
    expect(url).toMatch(/\/review$/);
    expect(text).toContain('•••• 6789');
    expect(text).not.toContain('123456789');
  });

  it('takes no form from another page', async () => {
    const { url } = await follow(link());
    const reply = await post(url, { ...ANSWERS, action: 'continue' }, { origin: 'http://evil.example' });
    expect(reply.statusCode).toBe(404);
    expect(current().answers).toEqual({});
  });

  it('is over once it was handed in', async () => {
    app.world.store.update('account', account.id, { answers: ANSWERS });
    const { url } = await follow(link());
    await post(url, { action: 'continue' });
    expect((await get(url)).headers.location).toBe(RETURN_URL);
  });

  it('is over after a day', async () => {
    const { url } = await follow(link());
    app.world.clock.set(app.world.clock.nowMs() + 25 * 3_600_000);
    expect((await get(url)).headers.location).toBe(REFRESH_URL);
  });

  it('lets its form lead back to the platform and nowhere else', async () => {
    const { url } = await follow(link());
    const policy = (await get(url)).headers['content-security-policy'];
    expect(policy).toContain("form-action 'self' http://localhost:5173;");
    expect(policy).toContain("default-src 'none'");
  });
});

describe('when Stripe asks again', () => {
  it('asks only for what it wants', async () => {
    account = readyAccount(app.world, {
      demands: [{ field: 'individual.verification.document', deadlineUnix: 1, problem: null }],
    });
    const { url } = await follow(link());
    expect(url).toMatch(/\/document$/);
    const next = await post(url, { document: 'file_identity_document_success', action: 'continue' });
    const review = await follow(String(next.headers.location));
    expect(review.text).toContain('Test passport, readable');
    const done = await post(review.url, { action: 'continue' });
    expect(done.headers.location).toBe(RETURN_URL);
    expect(current().demands).toEqual([]);
    expect(chargesEnabled(app.world, current())).toBe(true);
  });

  it('asks for what is due eventually, and in future, where the link was made for that', async () => {
    account = readyAccount(app.world);
    openRequirement(app.world, account.id, 'eventually', { field: 'individual.id_number' });
    openRequirement(app.world, account.id, 'future');
    expect((await follow(link())).url).toBe(RETURN_URL);
    const { url } = await follow(link({ fields: 'eventually_due', futureRequirements: 'include', exclude: [] }));
    expect(url).toMatch(/\/person$/);
    const next = await post(url, { ...ANSWERS, action: 'continue' });
    const { url: document } = await follow(String(next.headers.location));
    expect(document).toMatch(/\/document$/);
    await post(document, { document: 'file_identity_document_success', action: 'continue' });
    await post(document.replace('document', 'review'), { action: 'continue' });
    expect(current().demands).toEqual([]);
  });

  it('asks for a number that was not believed', async () => {
    app.world.store.update('account', account.id, { answers: { ...ANSWERS, id_number: '111111111' } });
    const first = await follow(link());
    await post(first.url, { action: 'continue' });
    expect(chargesEnabled(app.world, current())).toBe(false);
    expect((await follow(link())).url).toMatch(/\/person$/);
  });

  it('asks for a document that could be read', async () => {
    account = readyAccount(app.world, {
      demands: [{ field: 'individual.verification.document', deadlineUnix: 1, problem: null }],
    });
    const { url } = await follow(link());
    await post(url, { document: 'file_identity_document_failure', action: 'continue' });
    await post(url.replace('document', 'review'), { action: 'continue' });
    expect(current().demands).toMatchObject([{ field: 'individual.verification.document' }]);
  });
});
