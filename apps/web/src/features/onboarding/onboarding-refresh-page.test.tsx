import { createOnboardingLink, getSeller } from '@sellerdesk/contract';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { takeAutomaticLink } from './automatic-link.ts';
import { OnboardingRefreshPage } from './onboarding-refresh-page.tsx';
import { unfinishedAccount } from './test/accounts.ts';

const url = 'https://connect.stripe.com/setup/s/acct_1/new';
let server: FakeServer;

beforeEach(() => {
  vi.useFakeTimers();
  server = createFakeServer();
  server.answer(getSeller, { ...readySeller, account: unfinishedAccount });
  server.answer(createOnboardingLink, { url, expiresAt: '2026-11-24T12:05:00Z' });
});
afterEach(() => vi.useRealTimers());

async function openAndRead(): Promise<void> {
  renderPage(<OnboardingRefreshPage />, '/onboarding/refresh');
  await act(() => vi.advanceTimersByTimeAsync(100));
}

test('a used-up link is replaced: the page says so long enough to be read, then goes there', async () => {
  const leave = vi.spyOn(globalThis.location, 'assign').mockReturnValue();
  await openAndRead();
  expect(screen.getByRole('heading').textContent).toBe('That link had already been used');
  expect(leave).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(leave).toHaveBeenCalledExactlyOnceWith(url);
});

test('right after another one the page waits for a click: no loop of links', async () => {
  takeAutomaticLink(sessionStorage, Date.now());
  await openAndRead();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(server.received(createOnboardingLink)).toEqual([]);
  expect(screen.getByRole('button', { name: 'Continue with Stripe' })).toBeTruthy();
});

test('a seller with nothing left to do is told so and not sent away', async () => {
  server.answer(getSeller, readySeller);
  await openAndRead();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.getByRole('heading').textContent).toBe("You're ready to take payments");
  expect(server.received(createOnboardingLink)).toEqual([]);
});
