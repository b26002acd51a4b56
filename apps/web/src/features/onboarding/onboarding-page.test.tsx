import {
  type Account,
  createAccount,
  createDashboardLink,
  createOnboardingLink,
  getSeller,
} from '@sellerdesk/contract';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { OnboardingPage } from './onboarding-page.tsx';
import { unfinishedAccount } from './test/accounts.ts';

const url = 'https://connect.stripe.com/setup/s/acct_1/abc';
let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
  server.answer(createAccount, { ...unfinishedAccount, state: 'not_started' });
  server.answer(createOnboardingLink, { url, expiresAt: '2026-11-24T12:05:00Z' });
});

async function open(account: Account | null): Promise<void> {
  server.answer(getSeller, { ...readySeller, account });
  renderPage(<OnboardingPage />, '/onboarding');
  await screen.findByRole('heading');
}

test('a new seller presses once: the account is created, a link made, and Stripe opened', async () => {
  const leave = vi.spyOn(globalThis.location, 'assign').mockReturnValue();
  await open(null);
  expect(server.received(createOnboardingLink)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Set up payments' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith(url));
  expect(server.received(createAccount)).toHaveLength(1);
});

test('what is missing is listed, with why it was not accepted and by when it is needed', async () => {
  await open(unfinishedAccount);
  expect(screen.getByRole('heading').textContent).toBe("You're not done yet");
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(items).toEqual([
    'A bank account for your payouts',
    expect.stringContaining('The photo was too blurred to read.'),
  ]);
  expect(screen.getByText(/Needed by/u).querySelector('time')?.dateTime).toBe(unfinishedAccount.deadlineAt);
});

test('only who has handed everything in before can be late', async () => {
  await open({ ...unfinishedAccount, detailsSubmitted: true });
  expect(screen.getByText('A photo of your identity document').textContent).toContain('overdue');
  cleanup();
  await open(unfinishedAccount);
  expect(screen.queryByText(/overdue/u)).toBeNull();
});

test('while the link is made the button says so and cannot be pressed again', async () => {
  server.stall(createOnboardingLink);
  await open(unfinishedAccount);
  await userEvent.click(screen.getByRole('button', { name: 'Continue with Stripe' }));
  const button = await screen.findByRole('button', { name: 'Opening Stripe…' });
  await userEvent.click(button);
  expect(document.activeElement).toBe(button);
  expect(server.received(createOnboardingLink)).toHaveLength(1);
});

test('a link that could not be made says what is safe and can be asked for again', async () => {
  const leave = vi.spyOn(globalThis.location, 'assign').mockReturnValue();
  server.refuse(createOnboardingLink, 'stripe_unavailable', { requestId: 'req_8' });
  await open(unfinishedAccount);
  await userEvent.click(screen.getByRole('button', { name: 'Continue with Stripe' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed');
  expect(screen.getByText('req_8')).toBeTruthy();
  server.answer(createOnboardingLink, { url, expiresAt: '2026-11-24T12:05:00Z' });
  await userEvent.click(screen.getByRole('button', { name: 'Continue with Stripe' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith(url));
});

test.each([
  ['in_review', 'Stripe is reviewing your details', 'Go to Home'],
  ['ready', "You're ready to take payments", 'Go to Home'],
  ['rejected', 'Stripe has closed this account', 'Contact Stripe'],
] as const)('%s asks for nothing at Stripe', async (state, title, way) => {
  await open({ ...readyAccount, state });
  expect(screen.getByRole('heading').textContent).toBe(title);
  expect(screen.getByRole('link', { name: way })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a restriction only Stripe can explain leads to the seller’s Stripe Dashboard', async () => {
  const home = 'https://dashboard.stripe.com/test';
  const links = { home, payments: home, payment: home, payouts: home, payout: home, disputes: home, balances: home };
  const dashboard = { type: 'full' as const, links: { ...links, account: `${home}/account` } };
  await open({ ...readyAccount, state: 'restricted', payoutsEnabled: false, dashboard });
  expect(screen.getByRole('heading').textContent).toBe('Payouts are paused');
  expect(screen.getByRole('link', { name: 'Open in Stripe' }).getAttribute('href')).toBe(`${home}/account`);
});

test('a restricted account with an Express Dashboard is led into it with a link of its own', async () => {
  const tab: Window = Object.assign(Object.create(null), { location: { assign: vi.fn<(url: string) => void>() } });
  vi.spyOn(window, 'open').mockReturnValue(tab);
  server.answer(createDashboardLink, { url: 'https://connect.stripe.com/express/once' });
  await open({ ...readyAccount, state: 'restricted', payoutsEnabled: false, dashboard: { type: 'express' } });
  await userEvent.click(screen.getByRole('button', { name: 'Open in Stripe' }));
  await waitFor(() => expect(server.received(createDashboardLink)).toHaveLength(1));
});
