import { getSeller, signIn } from '@sellerdesk/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/index.ts';
import { type BareTestApp, startBareTestApp } from './test/bare-test-app.ts';

let isDown = false;
let server: BareTestApp;
const nowhere = openDatabase('postgres://owner:password@127.0.0.1:9/none');

/** The same database, reached over a line that can be cut. */
function cuttable(database: Database): Database {
  return {
    url: database.url,
    asSeller: (sellerId, work) => (isDown ? nowhere : database).asSeller(sellerId, work),
    asSystem: (work) => (isDown ? nowhere : database).asSystem(work),
    close: () => database.close(),
  };
}

beforeAll(async () => {
  server = await startBareTestApp({ overLine: cuttable });
});
beforeEach(() => {
  isDown = false;
});
afterAll(async () => {
  await server.close();
  await nowhere.close();
});

const health = async (): Promise<number[]> => {
  const replies = ['/livez', '/readyz'].map((url) => server.browser().send({ method: 'GET', url }));
  return (await Promise.all(replies)).map(({ statusCode }) => statusCode);
};

test('without PostgreSQL the process lives and is not ready', async () => {
  expect(await health()).toEqual([200, 200]);
  isDown = true;
  expect(await health()).toEqual([200, 503]);
});

test('without PostgreSQL nobody is called signed out, nor their password wrong', async () => {
  const seller = await server.signUp();
  isDown = true;
  await expect(seller.client(getSeller, {})).rejects.toMatchObject({
    code: 'unavailable',
    problem: { status: 503, retryAfterSeconds: 5 },
  });
  const { email, password } = seller;
  const attempts = Array.from({ length: 15 }, () => server.browser().client(signIn, { body: { email, password } }));
  for (const attempt of await Promise.allSettled(attempts))
    expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  isDown = false;
  expect(await server.browser().client(signIn, { body: { email, password } })).toEqual(seller.seller);
});

test('a mistake of ours tells the caller its number and nothing else; the log has the rest', async () => {
  const seller = await server.signUp();
  const { sellerId } = seller.seller;
  await server.database.asSystem(
    (sql) => sql`update sellers set password_hash = 'broken' where seller_id = ${sellerId}`,
  );
  const { email, password } = seller;
  const reply = await server.browser().send({
    method: 'POST',
    url: signIn.url,
    headers: { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' },
    body: JSON.stringify({ email, password }),
  });
  expect(reply.json()).toEqual({
    type: '/problems#internal',
    code: 'internal',
    title: 'This is our mistake',
    status: 500,
    requestId: reply.headers['request-id'],
  });
  const logged = server.log.filter((line) => line.includes(String(reply.headers['request-id']))).join('');
  expect(logged).toContain('A stored password hash cannot be read');
});
