import { createAccountSession, getSeller } from '@sellerdesk/contract';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../lib/test/fake-server.ts';
import { installPageConfig } from '../lib/test/page-config.ts';
import { renderPage } from '../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../lib/test/seller.ts';
import { chooseTheme } from '../ui/theme.ts';
import { Balances, NotificationBanner, PaymentDetails, Payments } from './components.tsx';
import { connection } from './connection.ts';
import { fakeConnectJs } from './test/fake-connect-js.ts';
import { openingWith } from './test/openings.ts';
import { PATIENCE_MS } from './use-component.ts';

let server: FakeServer;

const links = {
  home: 'h',
  payments: 'https://dashboard.stripe.com/test/payments',
  payment: 'https://dashboard.stripe.com/test/payments/{id}',
  payouts: 'p',
  payout: 'p',
  disputes: 'd',
  balances: 'b',
  account: 'a',
};

beforeEach(() => {
  installPageConfig();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = createFakeServer();
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, dashboard: { type: 'full', links } } });
  server.answer(createAccountSession, openingWith('secret_1'));
  fakeConnectJs.install();
});
afterEach(() => {
  vi.useRealTimers();
  connection.close();
  fakeConnectJs.remove();
});

function takesRoom(): boolean {
  return document.querySelector('.pb-6') !== null;
}

async function showPayments(): Promise<void> {
  renderPage(<Payments nothing={<p>Your payments will be here</p>} />, '/payments');
  await waitFor(() => fakeConnectJs.element('payments'));
}

test('a skeleton stands in its place until the component begins to load', async () => {
  renderPage(<Payments nothing={null} />, '/payments');
  expect(screen.getByRole('status').textContent).toBe('Loading payments');
  await waitFor(() => fakeConnectJs.element('payments'));
  expect(screen.getByRole('status')).toBeTruthy();
  act(() => fakeConnectJs.element('payments').start());
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('two components on a page share one session and one instance', async () => {
  renderPage(
    <>
      <NotificationBanner />
      <Balances nothing={null} />
    </>,
    '/',
  );
  await waitFor(() => fakeConnectJs.element('balances'));
  fakeConnectJs.element('notification-banner');
  expect(server.received(createAccountSession)).toEqual([{}]);
  expect(fakeConnectJs.instances).toHaveLength(1);
  expect(await fakeConnectJs.instances[0]?.fetchClientSecret()).toBe('secret_1');
});

test('a session that fails says what is safe and where to go, with the request id, and recovers by trying again', async () => {
  server.refuse(createAccountSession, 'stripe_unavailable', { requestId: 'req_42' });
  renderPage(<Payments nothing={null} />, '/payments');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain("Stripe can't be reached right now");
  await waitFor(() => expect(alert.textContent).toContain('are safe; you can also open them in Stripe.'));
  const link = await screen.findByRole('link', { name: 'Open in Stripe' });
  expect(link.getAttribute('href')).toBe(links.payments);
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await userEvent.click(screen.getByRole('button', { name: 'Copy request id' }));
  expect(writeText).toHaveBeenCalledWith('req_42');

  server.answer(createAccountSession, openingWith('secret_2'));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => fakeConnectJs.element('payments'));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(server.received(createAccountSession)).toHaveLength(2);
});

test('an account without a Stripe Dashboard is not promised one', async () => {
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, dashboard: { type: 'none' } } });
  server.refuse(createAccountSession, 'stripe_unavailable');
  renderPage(<Payments nothing={null} />, '/payments');
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(server.received(getSeller)).toHaveLength(1));
  expect(alert.textContent).toContain('Your payments are safe.');
  expect(alert.textContent).not.toContain('in Stripe');
});

test('a blocked connect.js names what to allow, and trying again loads it without a reload of the page', async () => {
  fakeConnectJs.remove();
  const tags: HTMLScriptElement[] = [];
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) if (node instanceof HTMLScriptElement) tags.push(node);
  });
  renderPage(<Payments nothing={null} />, '/payments');
  await waitFor(() => expect(tags).toHaveLength(1));
  tags[0]?.dispatchEvent(new Event('error'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Your browser or an extension blocked Stripe');
  expect(alert.textContent).toContain('Allow connect-js.stripe.com');

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(tags).toHaveLength(2));
  fakeConnectJs.install();
  tags[1]?.dispatchEvent(new Event('load'));
  await waitFor(() => fakeConnectJs.element('payments'));
});

test('a component that stays silent is said to be slow, and still appears when it comes', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await showPayments();
  await act(() => vi.advanceTimersByTimeAsync(PATIENCE_MS - 1_000));
  expect(screen.queryByRole('alert')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(screen.getByRole('alert').textContent).toContain('taking longer than usual');
  act(() => fakeConnectJs.element('payments').start());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('trying again after silence begins with a new session', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await showPayments();
  const before = fakeConnectJs.element('payments');
  await act(() => vi.advanceTimersByTimeAsync(PATIENCE_MS + 1));
  await userEvent
    .setup({ advanceTimers: vi.advanceTimersByTime })
    .click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(fakeConnectJs.element('payments')).not.toBe(before));
  expect(fakeConnectJs.instances).toHaveLength(2);
});

test('a component that cannot load is loaded again with the session there is', async () => {
  await showPayments();
  const before = fakeConnectJs.element('payments');
  act(() => before.fail('api_connection_error'));
  expect(screen.getByRole('alert').textContent).toContain("Stripe can't show this panel right now");
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(fakeConnectJs.element('payments')).not.toBe(before));
  expect(server.received(createAccountSession)).toHaveLength(1);
});

test.each(['authentication_error', 'account_session_create_error'])(
  'a session that runs out later (%s) ends in a panel whose way on is a new session',
  async (type) => {
    await showPayments();
    act(() => fakeConnectJs.element('payments').start());
    act(() => fakeConnectJs.element('payments').fail(type));
    expect(screen.getByRole('alert').textContent).toContain('has run out');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(server.received(createAccountSession)).toHaveLength(2));
    await waitFor(() => fakeConnectJs.element('payments'));
    expect(screen.queryByRole('alert')).toBeNull();
  },
);

test('where our server had no fresh secret, the panel says why and gives the id of the request', async () => {
  await showPayments();
  act(() => fakeConnectJs.element('payments').start());
  const [instance] = fakeConnectJs.instances;
  await instance?.fetchClientSecret();
  server.refuse(createAccountSession, 'stripe_unavailable', { requestId: 'req_43' });
  await expect(instance?.fetchClientSecret()).rejects.toBeInstanceOf(Error);
  act(() => fakeConnectJs.element('payments').fail('account_session_create_error'));
  expect(screen.getByRole('alert').textContent).toContain("Stripe can't be reached right now");
  expect(screen.getByRole('button', { name: 'Copy request id' })).toBeTruthy();
});

test('once it has begun to load, a component draws its other errors itself', async () => {
  await showPayments();
  act(() => fakeConnectJs.element('payments').start());
  act(() => fakeConnectJs.element('payments').fail('api_error'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('who has been signed out is asked to sign in, and comes back here', async () => {
  server.refuse(createAccountSession, 'not_signed_in');
  renderPage(<Payments nothing={null} />, '/payments');
  const link = await screen.findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fpayments&ended=1');
});

test('an account without anything to show says what will be here', async () => {
  server.answer(createAccountSession, { ...openingWith(''), accountSession: null });
  renderPage(<Payments nothing={<p>Your payments will be here</p>} />, '/payments');
  expect(await screen.findByText('Your payments will be here')).toBeTruthy();
});

test('an instance that cannot be made ends in a panel and in nothing unhandled', async () => {
  fakeConnectJs.broken = true;
  renderPage(<Payments nothing={null} />, '/payments');
  expect((await screen.findByRole('alert')).textContent).toContain("This panel can't load");
});

test('the notices stay silent when they fail, because the panel beside them speaks', async () => {
  server.refuse(createAccountSession, 'internal');
  renderPage(<NotificationBanner />, '/');
  await waitFor(() => expect(connection.state().status).toBe('failed'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('notices take room only when there are some', async () => {
  renderPage(<NotificationBanner />, '/');
  await waitFor(() => fakeConnectJs.element('notification-banner'));
  expect(takesRoom()).toBe(false);
  act(() => fakeConnectJs.element('notification-banner').notices(2));
  expect(takesRoom()).toBe(true);
});

test('a payment is shown by its id, and closing it is told', async () => {
  const onClose = vi.fn<() => void>();
  renderPage(<PaymentDetails paymentId="pi_1" quiet={false} onClose={onClose} />, '/payments/pi_1');
  await waitFor(() => expect(fakeConnectJs.element('payment-details').values.get('Payment')).toBe('pi_1'));
  act(() => fakeConnectJs.element('payment-details').closed());
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('while a payment is on its way there is a sign of it, and it goes when the payment comes', async () => {
  renderPage(<PaymentDetails paymentId="pi_1" quiet={false} onClose={() => undefined} />, '/payments/pi_1');
  expect(screen.getByRole('status').textContent).toBe('Loading the payment');
  await waitFor(() => fakeConnectJs.element('payment-details'));
  act(() => fakeConnectJs.element('payment-details').start());
  expect(screen.queryByRole('status')).toBeNull();
});

test('another theme reaches the components that are open', async () => {
  await showPayments();
  act(() => chooseTheme('dark'));
  await waitFor(() => expect(fakeConnectJs.instances[0]?.updates).toHaveLength(1));
  act(() => chooseTheme('system'));
});
