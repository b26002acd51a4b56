import {
  createAccountSession,
  createCharge,
  createDashboardLink,
  getCharge,
  getSeller,
  getStaff,
  listCharges,
  signIn,
  signOut,
} from '@sellerdesk/contract';
import { focusManager } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connection } from '../connect/connection.ts';
import { fakeConnectJs } from '../connect/test/fake-connect-js.ts';
import { openingWith } from '../connect/test/openings.ts';
import { paidCharge, waitingCharge } from '../features/new-charge/test/charges.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { createFakeServer, type FakeServer } from '../lib/test/fake-server.ts';
import { installPageConfig } from '../lib/test/page-config.ts';
import { readyAccount, readySeller } from '../lib/test/seller.ts';
import { App } from './app.tsx';
import { frameRoutes } from './routes.tsx';

let server: FakeServer;
let resizes: (() => void)[];

const links = {
  home: 'https://dashboard.stripe.com/home',
  payments: 'https://dashboard.stripe.com/payments',
  payment: 'https://dashboard.stripe.com/payments/{id}',
  payouts: 'https://dashboard.stripe.com/payouts',
  payout: 'https://dashboard.stripe.com/payouts/{id}',
  disputes: 'https://dashboard.stripe.com/disputes',
  balances: 'https://dashboard.stripe.com/balances',
  account: 'https://dashboard.stripe.com/account',
};

beforeEach(() => {
  installPageConfig();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  server = createFakeServer();
  server.answer(getSeller, readySeller);
  server.answer(listCharges, { charges: [], nextCursor: null });
  server.answer(createAccountSession, openingWith('secret'));
  fakeConnectJs.install();
  resizes = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(resized: () => void) {
        resizes.push(resized);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  connection.close();
  fakeConnectJs.remove();
  focusManager.setFocused(undefined);
  history.replaceState(null, '', '/');
});

/** The one of a wide screen: a narrow one has another, and no style sheet hides either here. */
function navigation(): HTMLElement {
  const [first] = screen.getAllByRole('navigation', { name: 'Main' });
  if (first === undefined) throw new Error('There is no navigation');
  return first;
}

/** Lets the components on the page be so high. */
function resizeTo(heightPx: number): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(heightPx);
  for (const resized of resizes) resized();
}

function openAt(path: string): void {
  history.replaceState(null, '', path);
  render(<App queries={createQueryClient()} />);
}

test.each([
  ['/', 'Home'],
  ['/payments', 'Payments'],
  ['/payments/pi_1', 'Payments'],
  ['/payouts', 'Payouts'],
  ['/charges', 'Charges'],
  ['/charges/new', 'New charge'],
  ['/onboarding', 'Account'],
  ['/nowhere', 'Not found'],
])('%s is named %s, on the page and in the tab', async (path, title) => {
  openAt(path);
  expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
  await waitFor(() => expect(document.title).toBe(`${title} · Marlow`));
});

test('every page of ours is in the table once', () => {
  const patterns = frameRoutes.map(({ pattern }) => pattern);
  expect(new Set(patterns).size).toBe(patterns.length);
});

test('an address that leads nowhere says so and leads home', async () => {
  openAt('/nowhere');
  expect(screen.getByText('There is nothing at this address')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Go to Home' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Home' })).toBeTruthy();
});

test('who is not signed in signs in first, and then is where they were going', async () => {
  server.refuse(getSeller, 'not_signed_in');
  openAt('/charges?page=2');
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
  expect(location.pathname + location.search).toBe('/sign-in?next=%2Fcharges%3Fpage%3D2');
  server.answer(signIn, readySeller);
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
  await userEvent.type(screen.getByLabelText('Password'), 'a sentence');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Charges' })).toBeTruthy();
  expect(location.pathname + location.search).toBe('/charges?page=2');
});

test('a session that ended in the meantime leads to the sign-in page as soon as it shows', async () => {
  openAt('/payouts');
  await waitFor(() => fakeConnectJs.element('payouts'));
  server.refuse(getSeller, 'not_signed_in');
  server.refuse(listCharges, 'not_signed_in');
  await userEvent.click(within(navigation()).getByRole('link', { name: 'Home' }));
  act(() => fakeConnectJs.element('balances').start());
  act(() => fakeConnectJs.element('notification-banner').start());
  act(() => resizeTo(224));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
});

/** Another seller, as a tab beside this one lets them in. */
function signInElsewhere(): void {
  const account = { ...readyAccount, stripeAccountId: 'acct_B' };
  const other = { ...readySeller, sellerId: 'seller-b', businessName: 'Bramble Books', account };
  server.answer(getSeller, other);
  server.answer(createAccountSession, { ...openingWith('secret_of_b'), seller: other });
}

/** Leaves the tab for another one and comes back. */
function comeBack(): void {
  act(() => focusManager.setFocused(false));
  act(() => focusManager.setFocused(true));
}

test('a session that ended elsewhere leads to the sign-in page as soon as the tab is looked at', async () => {
  openAt('/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  server.refuse(getSeller, 'not_signed_in');
  comeBack();
  expect(await screen.findByText(/You have been signed out/u)).toBeTruthy();
  expect(location.search).toBe('?next=%2Fpayments&ended=1');
  expect(fakeConnectJs.instances[0]?.loggedOut).toBe(true);
});

test('a component that is refused a fresh secret because nobody is signed in leads there, too', async () => {
  openAt('/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  server.refuse(getSeller, 'not_signed_in');
  server.refuse(createAccountSession, 'not_signed_in');
  act(() => connection.renew());
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
});

test('who was signed out while filling in a form signs in and finds what they typed', async () => {
  openAt('/charges/new');
  await userEvent.type(await screen.findByLabelText('Amount'), '240');
  await userEvent.type(screen.getByLabelText('What is it for?'), 'Wedding cake');
  server.refuse(getSeller, 'not_signed_in');
  server.refuse(createCharge, 'not_signed_in');
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
  await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
  await userEvent.type(screen.getByLabelText('Password'), 'a sentence');
  server.answer(signIn, readySeller);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByLabelText('What is it for?')).toHaveProperty('value', 'Wedding cake');
});

test('a button that is refused because nobody is signed in leads to the sign-in page', async () => {
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, dashboard: { type: 'express' } } });
  openAt('/charges');
  const button = await screen.findByRole('button', { name: 'Open in Stripe' });
  vi.spyOn(window, 'open').mockReturnValue(null);
  server.refuse(getSeller, 'not_signed_in');
  server.refuse(createDashboardLink, 'not_signed_in');
  await userEvent.click(button);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
});

test('when another seller has signed in in another tab, nothing of the one before is left on the page', async () => {
  openAt('/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  const before = fakeConnectJs.element('payments');
  signInElsewhere();
  comeBack();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Your account' }).textContent).toBe('B'));
  expect(fakeConnectJs.instances[0]?.loggedOut).toBe(true);
  await waitFor(() => expect(fakeConnectJs.element('payments')).not.toBe(before));
  expect(await fakeConnectJs.instances[1]?.fetchClientSecret()).toBe('secret_of_b');
});

test('an opening that brings another seller is the one their pages go on with', async () => {
  openAt('/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  const asked = server.received(createAccountSession).length;
  signInElsewhere();
  act(() => connection.renew());
  await waitFor(() => expect(screen.getByRole('button', { name: 'Your account' }).textContent).toBe('B'));
  await waitFor(() => fakeConnectJs.element('payments'));
  expect(server.received(createAccountSession)).toHaveLength(asked + 1);
});

test('what one seller typed is not shown to the next', async () => {
  openAt('/charges/new');
  await userEvent.type(await screen.findByLabelText('What is it for?'), 'Wedding cake');
  signInElsewhere();
  comeBack();
  await waitFor(() => expect(screen.getByLabelText('What is it for?')).toHaveProperty('value', ''));
});

test('what one seller typed is never charged on the account of another who signed in a moment ago', async () => {
  server.answer(createCharge, waitingCharge);
  openAt('/charges/new');
  await userEvent.type(await screen.findByLabelText('Amount'), '240');
  await userEvent.type(screen.getByLabelText('What is it for?'), 'Wedding cake');
  signInElsewhere();
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
  await waitFor(() => expect(screen.getByLabelText('What is it for?')).toHaveProperty('value', ''));
  expect(server.received(createCharge)).toEqual([]);
});

test('signing out ends the session here and at Stripe, and nothing read before is shown again', async () => {
  server.answer(signOut, null);
  openAt('/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  sessionStorage.setItem('sellerdesk.new-charge.seller-a', 'half typed');
  await userEvent.click(await screen.findByRole('button', { name: 'Your account' }));
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
  expect(server.received(signOut)).toHaveLength(1);
  expect(fakeConnectJs.instances.map(({ loggedOut }) => loggedOut)).toEqual([true]);
  expect(sessionStorage.getItem('sellerdesk.new-charge.seller-a')).toBeNull();
  expect(screen.queryByText(readySeller.businessName)).toBeNull();
});

test('a sign-out that did not reach the server says that the seller is still signed in', async () => {
  server.cut(signOut);
  openAt('/charges');
  await userEvent.click(await screen.findByRole('button', { name: 'Your account' }));
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect((await screen.findByRole('alert')).textContent).toContain('You are still signed in');
});

test('after another page has opened, reading starts at its title', async () => {
  openAt('/payouts');
  await userEvent.click(within(navigation()).getByRole('link', { name: 'Payments' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Payments' }));
  expect(within(navigation()).getByRole('link', { name: 'Payments' }).getAttribute('aria-current')).toBe('page');
});

test('closing a payment goes back to the list, which stayed as it was', async () => {
  openAt('/payments/pi_1');
  await waitFor(() => fakeConnectJs.element('payment-details'));
  const list = fakeConnectJs.element('payments');
  act(() => fakeConnectJs.element('payment-details').closed());
  await waitFor(() => expect(location.pathname).toBe('/payments'));
  expect(fakeConnectJs.element('payments')).toBe(list);
});

test.each([
  ['/', 'https://dashboard.stripe.com/home'],
  ['/payments', 'https://dashboard.stripe.com/payments'],
  ['/payments/pi_1', 'https://dashboard.stripe.com/payments/pi_1'],
  ['/payouts', 'https://dashboard.stripe.com/payouts'],
  ['/onboarding', 'https://dashboard.stripe.com/account'],
  [`/charges/${paidCharge.chargeId}`, `https://dashboard.stripe.com/payments/${paidCharge.paymentId}`],
])('from %s one click leads to the same place in Stripe: %s', async (path, href) => {
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, dashboard: { type: 'full', links } } });
  server.answer(getCharge, paidCharge);
  openAt(path);
  const header = within(screen.getByRole('banner'));
  await waitFor(() => expect(header.getByRole('link', { name: 'Open in Stripe' }).getAttribute('href')).toBe(href));
  if (path.startsWith('/charges/')) await screen.findByRole('article', { name: 'Charge' });
  expect(screen.getAllByRole('link', { name: 'Open in Stripe' })).toHaveLength(1);
});

test('home asks for charges only once its components stand', async () => {
  openAt('/');
  await waitFor(() => fakeConnectJs.element('balances'));
  act(() => fakeConnectJs.element('notification-banner').start());
  act(() => fakeConnectJs.element('balances').start());
  expect(server.received(listCharges)).toEqual([]);
  expect(screen.getByText('Loading charges')).toBeTruthy();
  act(() => resizeTo(224));
  await waitFor(() => expect(server.received(listCharges)).toHaveLength(1));
});

test('a new charge begins with what the account needs first', async () => {
  server.answer(getSeller, { ...readySeller, account: null });
  openAt('/charges/new');
  expect(await screen.findByText(/this is where you say how much/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Set up payments' }).getAttribute('href')).toBe('/onboarding');
});

test('a seller without an account is led to set up payments, and can look around', async () => {
  server.answer(getSeller, { ...readySeller, account: null });
  openAt('/');
  const lead = await screen.findByRole('link', { name: 'Set up payments' });
  expect(lead.getAttribute('href')).toBe('/onboarding');
  expect(server.received(createAccountSession)).toEqual([]);
  await userEvent.click(within(navigation()).getByRole('link', { name: 'Payouts' }));
  expect(await screen.findByText('Your payouts will be here')).toBeTruthy();
});

test.each([
  ['test', true],
  ['live', false],
] as const)('in %s mode it is %s that the page says "Test mode"', async (mode, shown) => {
  server.answer(getSeller, { ...readySeller, mode });
  openAt('/charges');
  await screen.findByRole('button', { name: 'Your account' });
  expect(screen.queryAllByText('Test mode').length > 0).toBe(shown);
});

test('what Stripe waits for is counted beside the account', async () => {
  const requirements = [{ field: 'external_account', label: 'A bank account', pastDue: false }];
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, state: 'more_needed', requirements } });
  openAt('/charges');
  expect((await screen.findAllByRole('link', { name: /^Account.*, one thing to do$/u })).length).toBeGreaterThan(0);
});

test('where the seller cannot be read, the page says why and tries again on request', async () => {
  server.refuse(getSeller, 'internal', { requestId: 'req_9' });
  openAt('/charges');
  expect((await screen.findByRole('alert')).textContent).toContain('This is our mistake');
  expect(screen.getByRole('button', { name: 'Copy request id' })).toBeTruthy();
  server.answer(getSeller, readySeller);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/links you send to your customers/u)).toBeTruthy();
});

test('light and dark are chosen in the account menu', async () => {
  openAt('/charges');
  await userEvent.click(await screen.findByRole('button', { name: 'Your account' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await userEvent.click(screen.getByRole('button', { name: 'Use the light theme' }));
  expect(document.documentElement.dataset['theme']).toBe('light');
  await userEvent.click(screen.getByRole('button', { name: 'Your account' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Light' }).checked).toBe(true);
});

test("staff have a way in of their own, where nothing is asked of the seller's session", async () => {
  server.refuse(getStaff, 'not_signed_in');
  history.replaceState(null, '', '/support');
  render(<App queries={createQueryClient()} />);
  expect(await screen.findByRole('heading', { name: 'Support sign-in' })).toBeTruthy();
  expect(location.pathname).toBe('/support/sign-in');
  expect(server.received(getSeller)).toEqual([]);
});
