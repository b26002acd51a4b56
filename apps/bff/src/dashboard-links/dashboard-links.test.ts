import { createDashboardLink, refreshAccount } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signUpReady } from '../test/ready-seller.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});

afterAll(() => server.close());

/** As if the account had been made with another Dashboard, which this product does not do by itself. */
async function signedUpWith(dashboardType: 'full' | 'express' | 'none') {
  const seller = await signUpReady(server);
  server.emulator.world.store.update('account', seller.stripeAccountId, { dashboard: dashboardType });
  await seller.client(refreshAccount, { body: {} });
  return seller;
}

test.each([
  ['full', /opens directly/u],
  ['none', /no Stripe Dashboard/u],
] as const)('an account with the Dashboard %s needs no link and is told why', async (type, why) => {
  const { client } = await signedUpWith(type);
  server.emulator.control.clearRequests();
  const refused = client(createDashboardLink, { body: {} });
  await expect(refused).rejects.toMatchObject({ code: 'no_express_dashboard' });
  await expect(refused).rejects.toThrow(why);
  expect(linksAsked()).toEqual([]);
});

test('for the Express Dashboard a link is asked for on click, for the seller’s own account', async () => {
  const { client, stripeAccountId } = await signedUpWith('express');
  server.emulator.control.clearRequests();
  const { url } = await client(createDashboardLink, { body: {} });
  expect(new URL(url).origin).toBe(server.emulator.url);
  expect(linksAsked()).toEqual([`POST /v1/accounts/${stripeAccountId}/login_links`]);
});

test('without an account there is no Dashboard', async () => {
  const { client } = await server.signUp();
  await expect(client(createDashboardLink, { body: {} })).rejects.toMatchObject({ code: 'account_missing' });
});

function linksAsked(): string[] {
  const paths = server.emulator.control.requests().map(({ method, path }) => `${method} ${path}`);
  return paths.filter((path) => path.includes('login_links'));
}
