/**
 * Ways in which support views of other products went wrong, each by name. Most are told by how the rows and types are made;
 * these tests are what is left when somebody changes that.
 */
import { randomUUID } from 'node:crypto';
import {
  endpoints,
  getSeller,
  getStaff,
  getSupportView,
  listCharges,
  startSupportView,
  stopSupportView,
  SUPPORT_VIEW_HEADER,
  wireRequest,
} from '@sellerdesk/contract';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { disableStaff } from '../staff/index.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { type SecondInstance, startSecondInstance } from '../test/second-instance.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { lookAt, lookIn, startBody } from './test/looking.ts';

vi.setConfig({ testTimeout: 60_000 });

const now = (): Date => new Date();
let server: TestApp;
let other: SecondInstance;
let seller: ReadySeller;
let staff: TestStaff;
beforeAll(async () => {
  server = await startTestApp();
  other = await startSecondInstance(server);
  seller = await signUpReady(server);
});
beforeEach(async () => {
  staff = await addTestStaff(server, { now });
  await staff.signIn();
});
afterAll(async () => {
  await other.close();
  await server.close();
});

const sellerId = (): string => seller.seller.sellerId;
const lines = (): Promise<{ actor: string; subject: string | null; action: string }[]> =>
  server.database.asSystem(
    (sql) => sql`select actor, subject_seller_id as subject, action from audit_lines order by seq`,
  );

test('nesting: nobody starts a view from within a view, of another seller or of the same', async () => {
  const looking = await lookAt(staff, sellerId());
  const another = await signUpReady(server);
  for (const id of [another.seller.sellerId, sellerId()])
    await expect(looking.client(startSupportView, { body: startBody(id) })).rejects.toMatchObject({
      code: 'support_view_running',
    });
  expect((await looking.client(getSeller, {})).sellerId).toBe(sellerId());
});

test('a seller’s session with the header of a view is nobody’s view, and stays their own without it', async () => {
  const looking = await lookAt(staff, sellerId());
  const { url } = getSeller;
  const headers = { [SUPPORT_VIEW_HEADER]: looking.view.supportViewId };
  expect((await seller.send({ method: 'GET', url, headers })).statusCode).toBe(401);
  expect((await seller.send({ method: 'GET', url })).statusCode).toBe(200);
});

test('the actor is banned and the view lives on: it is over on either instance', async () => {
  const here = await lookAt(staff, sellerId());
  const there = lookIn(other.withCookiesOf(staff), here.view);
  await there.client(listCharges, { querystring: {} });
  await server.database.asSystem((sql) => disableStaff(sql, staff.email, now()));
  for (const { send } of [here, there])
    expect((await send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
});

test('the session is swapped: a view gives no cookie and takes none, and staff stay who they are', async () => {
  const body = JSON.stringify(startBody(sellerId()));
  const headers = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
  const cookies = new Map(staff.cookies);
  const started = await staff.send({ method: 'POST', url: startSupportView.url, headers, body });
  const { supportViewId }: { supportViewId: string } = started.json();
  const inView = { ...headers, [SUPPORT_VIEW_HEADER]: supportViewId };
  const read = await staff.send({ method: 'GET', url: getSeller.url, headers: inView });
  const stopped = await staff.send(wireRequest(stopSupportView, {}));
  expect([started, read, stopped].map(({ statusCode }) => statusCode)).toEqual([201, 200, 204]);
  for (const reply of [started, read, stopped]) expect(reply.headers['set-cookie']).toBeUndefined();
  expect(staff.cookies).toEqual(cookies);
  expect(await staff.client(getStaff, {})).toMatchObject({ email: staff.email });
  expect((await staff.send({ method: 'GET', url: getSeller.url })).statusCode).toBe(401);
});

test('a way in is added, or the account deleted, through the view: whatever changes something is refused', async () => {
  const looking = await lookAt(staff, sellerId());
  const changing = endpoints.filter(({ access, method }) => access === 'seller' && method !== 'GET');
  expect(changing.length).toBeGreaterThan(5);
  for (const endpoint of changing) {
    const names = Object.keys(endpoint.schema.params?.properties ?? {});
    const params = Object.fromEntries(names.map((name) => [name, randomUUID()]));
    const { statusCode, body } = await looking.send(wireRequest(endpoint, { params, querystring: {}, body: {} }));
    expect([endpoint.operationId, statusCode, body.includes('support_read_only')]).toEqual([
      endpoint.operationId,
      403,
      true,
    ]);
  }
  // Signing up, in and out are anybody's, and know nothing of views: what they give is not the looked-at seller's.
  await looking.client(getSeller, {});
});

test('an act has the wrong name on it: every line of a view says who acts and for whom, and none that the seller did', async () => {
  const before = (await lines()).length;
  const looking = await lookAt(staff, sellerId());
  await looking.client(listCharges, { querystring: {} });
  await looking.send({ method: 'DELETE', url: '/api/sessions/current', headers: { 'x-sellerdesk-client': 'web' } });
  await staff.client(stopSupportView, {});
  const since = (await lines()).slice(before);
  expect(since.map(({ action }) => action)).toEqual([
    'support_view_started',
    'support_view_read',
    'support_view_refused',
    'support_view_ended',
  ]);
  const { staffId } = await staff.client(getStaff, {});
  for (const { actor, subject } of since) expect([actor, subject]).toEqual([`staff:${staffId}`, sellerId()]);
});

test('a GET starts a view: none of them does, whatever is asked', async () => {
  const gets = endpoints.filter(({ method, access }) => method === 'GET' && access !== 'anyone');
  for (const { url } of gets) {
    const path = url.replaceAll(/:\w+/gu, sellerId());
    const query = new URLSearchParams({
      sellerId: sellerId(),
      reason: 'Their payout is missing',
      startKey: randomUUID(),
    });
    await staff.send({ method: 'GET', url: `${path}?${query.toString()}` });
  }
  expect((await staff.client(getSupportView, {})).supportView).toBeNull();
});

test('looking keeps a view alive for ever: its end is never moved', async () => {
  const { view, client } = await lookAt(staff, sellerId());
  for (let look = 0; look < 20; look += 1) await client(getSeller, {});
  const { supportView } = await staff.client(getSupportView, {});
  expect(supportView?.expiresAt).toBe(view.expiresAt);
});
