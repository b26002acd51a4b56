import {
  createSupportAccountSession,
  getSeller,
  getSupportView,
  listCharges,
  stopSupportView,
  type SupportView,
} from '@sellerdesk/contract';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { fernView } from '../../features/support/test/staff.ts';
import { createQueryClient } from '../../lib/query-client.ts';
import { enterSupportView } from '../../lib/support-view.ts';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { readySeller } from '../../lib/test/seller.ts';
import { SupportViewPages } from './support-view-pages.tsx';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(getSeller, readySeller);
  server.answer(listCharges, { charges: [], nextCursor: null });
  server.answer(createSupportAccountSession, { seller: readySeller, accountSession: null });
});
afterEach(() => {
  enterSupportView(undefined);
  vi.useRealTimers();
});

const at = (inSeconds: number): string => new Date(Date.now() + inSeconds * 1000).toISOString();

function running(seconds = 600): SupportView {
  return { ...fernView, idleExpiresAt: at(seconds), expiresAt: at(1800) };
}

function show(path = '/support/view/charges'): { readonly visited: readonly string[] } {
  const { hook, searchHook, history } = memoryLocation({ path, record: true });
  const queries = createQueryClient();
  render(
    <QueryClientProvider client={queries}>
      <Router hook={hook} searchHook={searchHook}>
        <SupportViewPages queries={queries} />
      </Router>
    </QueryClientProvider>,
  );
  return { visited: history };
}

test('without a view that runs there is nothing to look at, and it is said why', async () => {
  server.answer(getSupportView, { supportView: null, lastEndedBy: 'time' });
  show();
  await screen.findByRole('heading', { name: 'You are looking at nobody' });
  screen.getByText(/Its time had passed/u);
  expect(screen.getByRole('link', { name: 'Back to the sellers' }).getAttribute('href')).toBe('/support');
});

test.each([
  ['not_signed_in', '/support/sign-in'],
  ['second_factor_due', '/support/sign-in?step=code'],
] as const)('whoever is refused with %s goes to %s', async (code, path) => {
  server.refuse(getSupportView, code);
  const { visited } = show();
  await waitFor(() => expect(visited.at(-1)).toBe(path));
});

test('the seller’s page stands below who looks, at whom, why and how long still', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  show();
  await screen.findByRole('heading', { level: 1, name: 'Charges' });
  const banner = screen.getByRole('region', { name: 'Support view' });
  expect(banner.textContent).toContain('Cy looks at Fern & Flour');
  expect(banner.textContent).toContain('T-1: A payout that is missing');
  expect(screen.getByRole('timer').textContent).toMatch(/^(10:00|9:59) left$/u);
  expect(document.title).toBe('Support view: Charges · Marlow');
});

test('what changes something cannot be pressed, and its pages are the seller’s alone', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  show('/support/view/charges/new');
  await screen.findByText('Only the seller can use this page');
  await userEvent.click(await screen.findByRole('button', { name: 'Your account' }));
  expect(screen.getByRole('button', { name: 'Sign out' }).getAttribute('aria-disabled')).toBe('true');
});

test('stopping takes the page away', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  server.answer(stopSupportView, null);
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Stop looking' }));
  const heading = await screen.findByRole('heading', { name: 'You no longer look at Fern & Flour' });
  expect(document.activeElement).toBe(heading);
  screen.getByText('You stopped it.');
  expect(screen.queryByRole('heading', { name: 'Charges' })).toBeNull();
});

test('a view that could not be stopped says so, and goes on', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  server.cut(stopSupportView);
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Stop looking' }));
  expect(await screen.findByText(/It still runs\./u)).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Charges');
});

test.each(['support_view_over', 'not_signed_in'] as const)(
  'any answer that says %s takes the page away, with who ended it where that is known',
  async (code) => {
    server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
    server.stall(listCharges);
    show('/support/view/onboarding');
    await screen.findByRole('region', { name: 'Support view' });
    server.answer(getSupportView, { supportView: null, lastEndedBy: 'seller' });
    server.refuse(listCharges, code);
    await userEvent.click(screen.getAllByRole('link', { name: 'Home' })[0] ?? document.body);
    await screen.findByText(/The seller ended it/u);
    expect(screen.queryByRole('region', { name: 'Support view' })).toBeNull();
  },
);

test('the page goes away before it is known who ended the view', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  show('/support/view/onboarding');
  await screen.findByRole('region', { name: 'Support view' });
  server.stall(getSupportView);
  server.refuse(listCharges, 'support_view_over');
  await userEvent.click(screen.getAllByRole('link', { name: 'Home' })[0] ?? document.body);
  expect(await screen.findByText('The support view is over.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Support view' })).toBeNull();
});

test('who signs out elsewhere is told so, and nothing more of the view', async () => {
  server.answer(getSupportView, { supportView: running(), lastEndedBy: null });
  show('/support/view/onboarding');
  await screen.findByRole('region', { name: 'Support view' });
  server.refuse(getSupportView, 'not_signed_in');
  server.refuse(listCharges, 'not_signed_in');
  await userEvent.click(screen.getAllByRole('link', { name: 'Home' })[0] ?? document.body);
  expect(await screen.findByText('You signed out, or your access changed.')).toBeTruthy();
});

test('the last two minutes are said aloud, and the end is asked for when it has come', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['Date', 'setInterval', 'clearInterval'] });
  server.answer(getSupportView, { supportView: running(121), lastEndedBy: null });
  show();
  await screen.findByRole('timer');
  expect(screen.queryByText('This support view ends within two minutes.')).toBeNull();
  act(() => void vi.advanceTimersByTime(3000));
  screen.getByText('This support view ends within two minutes.');
  server.answer(getSupportView, { supportView: null, lastEndedBy: 'time' });
  act(() => void vi.advanceTimersByTime(120_000));
  await screen.findByText(/Its time had passed/u);
});
