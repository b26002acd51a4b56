import {
  type Client,
  listSupportViews,
  type PastSupportView,
  startSupportView,
  stopSupportView,
} from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeAccount } from '../accounts/test/store-account.ts';
import { verifyAudit } from '../audit/index.ts';
import { type BareTestApp, type SignedUp, startBareTestApp } from '../test/bare-test-app.ts';
import { type CountingLine, startCountingLine } from '../test/counting-line.ts';
import { clientOf } from '../test/process-client.ts';
import { startServerProcess } from '../test/server-process.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { startBody } from './test/looking.ts';

/** `KILLS=10` for a short run: a second each. */
const KILLS = Number(process.env['KILLS'] ?? 50);

/** More statements than starting or stopping a view takes: the last ones find the server after it has answered. */
const statements = 25;

let server: BareTestApp;
let seller: SignedUp;
let line: CountingLine;

beforeAll(async () => {
  server = await startBareTestApp();
  seller = await server.signUp();
  await storeAccount(server.database, seller.seller.sellerId, 'acct_1Own');
  line = await startCountingLine(server.database.url);
});
afterAll(async () => {
  await line.close();
  await server.close();
});

/** What is done, and which of its statements is the last one the server sends, or the first that it does not. */
interface Kill {
  readonly deed: 'start' | 'stop';
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** As many as are asked for, spread evenly over every statement of both. */
const kills = Array.from({ length: KILLS }, (_, index): Kill => {
  const step = Math.floor((index * 2 * statements) / KILLS);
  return {
    deed: step < statements ? 'start' : 'stop',
    at: (step % statements) + 1,
    when: index % 2 === 0 ? 'before' : 'after',
  };
});

test(
  `a server killed between any two statements, ${KILLS} times: a view has begun or ended with its line in the audit, or neither`,
  async () => {
    const staff = await addTestStaff(server, { now: () => new Date() });
    await staff.signIn();
    const outcomes = { start: new Set<boolean>(), stop: new Set<boolean>() };
    for (const { deed, at, when } of kills) {
      if (deed === 'stop') await staff.client(startSupportView, { body: startBody(seller.seller.sellerId) });
      const before = await stateOf();
      await killed(staff, at, when, (client) =>
        deed === 'start'
          ? client(startSupportView, { body: startBody(seller.seller.sellerId) })
          : client(stopSupportView, {}),
      );
      const after = await stateOf();
      expect(after.inAudit).toEqual(after.stored);
      expect(after.seenBySeller).toEqual(after.stored);
      outcomes[deed].add(after.stored.join() !== before.stored.join());
      await staff.client(stopSupportView, {});
    }
    // Some were killed before it was done, and some after.
    expect(outcomes).toEqual({ start: new Set([false, true]), stop: new Set([false, true]) });
    expect(await verifyAudit(server.database)).toMatchObject({ whole: true });
  },
  60_000 + KILLS * 5000,
);

/** Has a server of its own do something and kills it at a statement of that; or, when it sends fewer, once it has answered. */
async function killed(
  { cookies }: TestStaff,
  at: number,
  when: Kill['when'],
  deed: (client: Client) => Promise<unknown>,
): Promise<void> {
  const victim = await startServerProcess({ DATABASE_URL: line.url, WEB_DIST: '/nowhere' });
  await victim.ready();
  line.at(at, when, () => victim.signal('SIGKILL'));
  await deed(clientOf(victim, new Map(cookies))).catch((error: unknown) => {
    // The connection broke, which is what was meant to happen; what it answered would be another matter.
    if (!(error instanceof TypeError)) throw error;
  });
  victim.signal('SIGKILL');
  await victim.ended;
  line.forget();
}

interface State {
  /** `started <id>` and `ended <id>`, in alphabetical order: of the views that are stored. */
  readonly stored: readonly string[];
  readonly inAudit: readonly string[];
  /** As the seller's own list says. */
  readonly seenBySeller: readonly string[];
}

async function stateOf(): Promise<State> {
  const views = await server.database.asSystem(
    (sql) => sql<{ id: string; ended: boolean }>`
      select support_view_id as id, ended_at is not null as ended from support_views`,
  );
  const lines = await server.database.asSystem(
    (sql) => sql<{ action: string; id: string }>`
      select action, support_view_id as id from audit_lines
      where action in ('support_view_started', 'support_view_ended')`,
  );
  const supportViews = await viewsOfSeller();
  return {
    stored: words(views),
    inAudit: lines.map(({ action, id }) => `${action.replace('support_view_', '')} ${id}`).toSorted(),
    seenBySeller: words(supportViews.map((view) => ({ id: view.supportViewId, ended: view.endedAt !== null }))),
  };
}

async function viewsOfSeller(after?: string): Promise<PastSupportView[]> {
  const querystring = { ...(after !== undefined && { after }) };
  const { supportViews, nextCursor } = await seller.client(listSupportViews, { querystring });
  return [...supportViews, ...(nextCursor === null ? [] : await viewsOfSeller(nextCursor))];
}

function words(views: readonly { readonly id: string; readonly ended: boolean }[]): string[] {
  return views.flatMap(({ id, ended }) => [`started ${id}`, ...(ended ? [`ended ${id}`] : [])]).toSorted();
}
