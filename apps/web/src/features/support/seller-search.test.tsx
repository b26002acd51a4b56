import { searchSellers } from '@sellerdesk/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { SellerSearch } from './seller-search.tsx';
import { fern } from './test/found-sellers.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
  server.answer(searchSellers, { sellers: [fern], nextCursor: null });
});

test('a seller is found with their standing, their mode and the way to Stripe', async () => {
  renderPage(<SellerSearch />, '/support');
  expect(await screen.findByRole('heading', { name: 'Fern & Flour' })).toBeTruthy();
  expect(screen.getByText('Ready')).toBeTruthy();
  expect(screen.getByText('Test mode')).toBeTruthy();
  expect(screen.getByRole('link', { name: /Open in Stripe/u }).getAttribute('href')).toBe(fern.account?.dashboardUrl);
});

test('a seller without payments has nothing at Stripe to open', async () => {
  server.answer(searchSellers, { sellers: [{ ...fern, account: null }], nextCursor: null });
  renderPage(<SellerSearch />, '/support');
  expect(await screen.findByText('Payments not set up')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Open in Stripe/u })).toBeNull();
});

test('what is typed is looked for, and finding nobody is said', async () => {
  renderPage(<SellerSearch />, '/support');
  await screen.findByRole('heading', { name: 'Fern & Flour' });
  server.answer(searchSellers, { sellers: [], nextCursor: null });
  const sent = vi.spyOn(globalThis, 'fetch');
  await userEvent.type(screen.getByLabelText('Find a seller'), 'nobody{Enter}');
  expect(await screen.findByText(/Nobody was found for “nobody”/u)).toBeTruthy();
  expect(sent).toHaveBeenLastCalledWith('/api/support/sellers?query=nobody', expect.anything());
});

test('more sellers are added to those that are there', async () => {
  server.answer(searchSellers, { sellers: [fern], nextCursor: 'next' });
  renderPage(<SellerSearch />, '/support');
  const more = await screen.findByRole('button', { name: 'Show more' });
  const other = { ...fern, sellerId: '00000000-0000-4000-8000-000000000009', businessName: 'Oak & Oats' };
  server.answer(searchSellers, { sellers: [other], nextCursor: null });
  const sent = vi.spyOn(globalThis, 'fetch');
  await userEvent.click(more);
  expect(await screen.findByRole('heading', { name: 'Oak & Oats' })).toBeTruthy();
  expect(sent).toHaveBeenLastCalledWith('/api/support/sellers?after=next', expect.anything());
  expect(screen.getByRole('heading', { name: 'Fern & Flour' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('sellers on the way are said to be', async () => {
  server.stall(searchSellers);
  renderPage(<SellerSearch />, '/support');
  expect(await screen.findByText('Looking for sellers')).toBeTruthy();
});

test('sellers that could not be read can be asked for again', async () => {
  server.refuse(searchSellers, 'internal');
  renderPage(<SellerSearch />, '/support');
  expect((await screen.findByRole('alert')).textContent).toContain("couldn't read the sellers");
  server.answer(searchSellers, { sellers: [fern], nextCursor: null });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Fern & Flour' })).toBeTruthy();
});
