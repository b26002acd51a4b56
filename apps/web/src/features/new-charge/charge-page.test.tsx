import { cancelCharge, type Charge, getCharge, getSeller } from '@sellerdesk/contract';
import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { enterSupportView } from '../../lib/support-view.ts';
import { readySeller } from '../../lib/test/seller.ts';
import { ChargePage } from './charge-page.tsx';
import { paidCharge, waitingCharge } from './test/charges.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
  server.answer(getSeller, readySeller);
});
afterEach(() => {
  vi.useRealTimers();
  focusManager.setFocused(undefined);
});

async function open(charge: Charge): Promise<readonly string[]> {
  server.answer(getCharge, charge);
  const { visited } = renderPage(<ChargePage chargeId={waitingCharge.chargeId} />, '/charges/1');
  await screen.findByRole('article', { name: 'Charge' });
  return visited;
}

test('a waiting charge offers its link to scan, to copy and to open', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await open(waitingCharge);
  const panel = screen.getByRole('region', { name: 'Payment link' });
  expect(await within(panel).findByRole('img', { name: 'QR code of the payment link' })).toBeTruthy();
  expect(within(panel).getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(waitingCharge.checkoutUrl);
  await userEvent.click(within(panel).getByRole('button', { name: 'Copy link' }));
  expect(writeText).toHaveBeenCalledWith(waitingCharge.checkoutUrl);
  expect(await within(panel).findByText('Copied')).toBeTruthy();
});

test('where the device can share, the link is shared with what it is for', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>().mockResolvedValue();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { share }));
  await open(waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  expect(share).toHaveBeenCalledWith({ title: 'Fern & Flour: £240.00', url: waitingCharge.checkoutUrl });
});

test('the page changes by itself when the customer pays, and then stops asking', async () => {
  vi.useFakeTimers({ now: Date.parse(waitingCharge.createdAt), shouldAdvanceTime: true });
  await open(waitingCharge);
  server.answer(getCharge, paidCharge);
  await act(() => vi.advanceTimersByTimeAsync(2_500));
  expect(screen.getByRole('heading', { name: 'Paid' })).toBeTruthy();
  const asked = server.received(getCharge).length;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(server.received(getCharge)).toHaveLength(asked);
});

test('in a support view the page asks nothing by itself: that would be a look that nobody made', async () => {
  vi.useFakeTimers({ now: Date.parse(waitingCharge.createdAt), shouldAdvanceTime: true });
  enterSupportView('00000000-0000-4000-8000-000000000003');
  try {
    await open(waitingCharge);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(server.received(getCharge)).toHaveLength(1);
  } finally {
    enterSupportView(undefined);
  }
});

test('nobody is asked while nobody looks', async () => {
  vi.useFakeTimers({ now: Date.parse(waitingCharge.createdAt), shouldAdvanceTime: true });
  await open(waitingCharge);
  act(() => focusManager.setFocused(false));
  const asked = server.received(getCharge).length;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(server.received(getCharge)).toHaveLength(asked);
});

test('a paid charge leads to its payment, says when it was paid, and shows no link', async () => {
  await open(paidCharge);
  const link = screen.getByRole('link', { name: 'See the payment' });
  expect(link.getAttribute('href')).toBe(`/payments/${paidCharge.paymentId}`);
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toContain('Paid');
  expect(screen.queryByRole('region', { name: 'Payment link' })).toBeNull();
});

test('an unknown outcome says not to create it again, and offers no way to', async () => {
  await open({ ...waitingCharge, state: 'unknown', checkoutUrl: null });
  expect(screen.getByText(/Don't create it again: we're checking, usually under a minute/u)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test.each([
  ['processing', 'Your customer has paid'],
  ['canceled', 'You cancelled this charge'],
  ['expired', 'This link has run out'],
] as const)('a charge that is %s says so', async (state, title) => {
  await open({ ...waitingCharge, state, checkoutUrl: null });
  expect(screen.getByRole('heading', { name: title })).toBeTruthy();
});

test('a charge Stripe refused says why, and can be changed and tried again without typing it anew', async () => {
  const visited = await open({ ...waitingCharge, state: 'failed', checkoutUrl: null, failureMessage: 'Too small.' });
  expect(screen.getByText(/Too small\. Nothing was taken/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Change and try again' }));
  expect(visited.at(-1)).toBe('/charges/new');
  expect(sessionStorage.getItem('sellerdesk.new-charge.seller-a')).toContain(waitingCharge.description);
});

test('a charge is cancelled after one question', async () => {
  server.answer(cancelCharge, { ...waitingCharge, state: 'canceled', checkoutUrl: null });
  await open(waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel charge' }));
  const dialog = screen.getByRole('dialog', { name: 'Cancel this charge?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel charge' }));
  expect(await screen.findByRole('heading', { name: 'You cancelled this charge' })).toBeTruthy();
});

test('a charge that was kept is not cancelled', async () => {
  await open(waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel charge' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a charge that could not be cancelled says why, with the id of the request, and speaks of nothing typed', async () => {
  server.refuse(cancelCharge, 'internal', { requestId: 'req_6' });
  await open(waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel charge' }));
  const dialog = screen.getByRole('dialog', { name: 'Cancel this charge?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel charge' }));
  const notice = await within(dialog).findByRole('alert');
  expect(within(notice).getByText('req_6')).toBeTruthy();
  expect(notice.textContent).not.toContain('typed');
});

test('a charge paid in the last moment cannot be cancelled, and shows that it is paid', async () => {
  server.refuse(cancelCharge, 'charge_not_cancelable');
  await open(waitingCharge);
  server.answer(getCharge, paidCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel charge' }));
  const dialog = screen.getByRole('dialog', { name: 'Cancel this charge?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel charge' }));
  expect(await screen.findByRole('heading', { name: 'Paid' })).toBeTruthy();
});

test('a charge that is not there is said to be missing', async () => {
  server.refuse(getCharge, 'not_found');
  renderPage(<ChargePage chargeId={waitingCharge.chargeId} />, '/charges/1');
  expect(await screen.findByRole('heading', { name: 'There is no such charge' })).toBeTruthy();
});

test('a charge that cannot be read says so with our request id, and can be asked for again', async () => {
  server.refuse(getCharge, 'internal');
  renderPage(<ChargePage chargeId={waitingCharge.chargeId} />, '/charges/1');
  expect((await screen.findByRole('alert')).textContent).toContain('req_test');
  server.answer(getCharge, waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('article', { name: 'Charge' })).toBeTruthy());
});
