import { type Account, createDashboardLink, getSeller } from '@sellerdesk/contract';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../lib/test/fake-server.ts';
import { renderPage } from '../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../lib/test/seller.ts';
import { OpenInStripe } from './open-in-stripe.tsx';

let server: FakeServer;

const base = 'https://dashboard.stripe.com/test';
const full: Account['dashboard'] = {
  type: 'full',
  links: {
    home: base,
    payments: `${base}/payments`,
    payment: `${base}/payments/{id}`,
    payouts: `${base}/payouts`,
    payout: `${base}/payouts/{id}`,
    disputes: `${base}/disputes`,
    balances: `${base}/balance`,
    account: `${base}/settings`,
  },
};

beforeEach(() => {
  server = createFakeServer();
});

function seller(dashboard: Account['dashboard']): void {
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, dashboard } });
}

/** What the browser answers to a click: a tab that can be sent somewhere and closed. */
function openedTab({ assign = vi.fn<(url: string) => void>(), close = vi.fn<() => void>() }): Window {
  const tab: Window = Object.assign(Object.create(null), { opener: window, close, location: { assign } });
  vi.spyOn(window, 'open').mockReturnValue(tab);
  return tab;
}

test('with the full Dashboard it is a link to the same payment, in another tab', async () => {
  seller(full);
  renderPage(<OpenInStripe place={{ to: 'payment', id: 'pi_1/x' }} />, '/');
  const link = await screen.findByRole('link', { name: 'Open in Stripe' });
  expect(link.getAttribute('href')).toBe(`${base}/payments/pi_1%2Fx`);
  expect(link.getAttribute('target')).toBe('_blank');
});

test('without a Dashboard there is nothing to open, and that is said', async () => {
  seller({ type: 'none' });
  renderPage(<OpenInStripe place={{ to: 'home' }} />, '/');
  expect(await screen.findByText('Your account has no Stripe Dashboard')).toBeTruthy();
  expect(screen.queryByText('Open in Stripe')).toBeNull();
});

test('into an Express Dashboard a link is made on click, and goes to the tab that the click opened', async () => {
  seller({ type: 'express' });
  const assign = vi.fn<(url: string) => void>();
  const tab = openedTab({ assign });
  server.answer(createDashboardLink, { url: 'https://connect.stripe.com/express/once' });
  renderPage(<OpenInStripe place={{ to: 'payouts' }} />, '/');
  const button = await screen.findByRole('button', { name: 'Open in Stripe' });
  expect(server.received(createDashboardLink)).toEqual([]);
  await userEvent.click(button);
  await waitFor(() => expect(assign).toHaveBeenCalledWith('https://connect.stripe.com/express/once'));
  expect(tab.opener).toBeNull();
});

test('where no link can be made the tab is closed again and the reason said', async () => {
  seller({ type: 'express' });
  const close = vi.fn<() => void>();
  openedTab({ close });
  server.refuse(createDashboardLink, 'stripe_unavailable', { requestId: 'req_3' });
  renderPage(<OpenInStripe place={{ to: 'payouts' }} />, '/');
  await userEvent.click(await screen.findByRole('button', { name: 'Open in Stripe' }));
  expect((await screen.findByRole('alert')).textContent).toContain("Stripe can't be reached right now");
  expect(screen.getByText('req_3')).toBeTruthy();
  expect(close).toHaveBeenCalledTimes(1);
});
