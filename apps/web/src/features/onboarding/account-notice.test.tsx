import { type Account, getSeller } from '@sellerdesk/contract';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { REVIEW_POLL_MS } from '../../lib/seller.ts';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { AccountNotice } from './account-notice.tsx';
import { unfinishedAccount } from './test/accounts.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
});

afterEach(() => {
  vi.useRealTimers();
});

function show(account: Account | null): void {
  server.answer(getSeller, { ...readySeller, account });
  renderPage(<AccountNotice />, '/');
}

test('when all is well there is nothing to say', async () => {
  show(readyAccount);
  await waitFor(() => expect(server.received(getSeller)).toHaveLength(1));
  await waitFor(() => expect(document.body.textContent).toBe(''));
});

test.each([
  ['no account', null, 'Set up payments', 'Set up payments'],
  ['something missing', unfinishedAccount, "You're not done yet", 'See what is needed'],
  ['a review', { ...readyAccount, state: 'in_review' }, 'Stripe is reviewing your details', 'See your account'],
  ['a closed account', { ...readyAccount, state: 'rejected' }, 'Stripe has closed this account', 'See your account'],
] as const)('%s is said, with one thing to do', async (_, account, title, action) => {
  show(account === null ? null : { ...readyAccount, ...account });
  expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  const links = screen.getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([[action, '/onboarding']]);
});

test('the end of a review shows by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  show({ ...readyAccount, state: 'in_review' });
  await screen.findByRole('heading', { name: 'Stripe is reviewing your details' });
  server.answer(getSeller, { ...readySeller, account: unfinishedAccount });
  await act(() => vi.advanceTimersByTimeAsync(REVIEW_POLL_MS));
  expect(screen.getByRole('heading', { name: "You're not done yet" })).toBeTruthy();
  const asked = server.received(getSeller).length;
  await act(() => vi.advanceTimersByTimeAsync(4 * REVIEW_POLL_MS));
  expect(server.received(getSeller)).toHaveLength(asked);
});

test('a deadline stands beside what is missing', async () => {
  show(unfinishedAccount);
  expect((await screen.findByText(/Needed by/u)).textContent).toContain('3');
});
