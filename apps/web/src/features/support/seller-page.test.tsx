import {
  type Delivery,
  getStaff,
  getSupportSeller,
  getSupportView,
  listDeliveries,
  listSellerViews,
  listSupportCharges,
  type PastSupportView,
  type SupportCharge,
  type SupportSeller,
} from '@sellerdesk/contract';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { SellerPage } from './seller-page.tsx';
import { fern } from './test/found-sellers.ts';
import { cy } from './test/staff.ts';

const account: NonNullable<SupportSeller['account']> = {
  stripeAccountId: 'acct_1Fern',
  state: 'restricted',
  mode: 'test',
  dashboardUrl: 'https://dashboard.stripe.com/test/connect/accounts/acct_1Fern',
  chargesEnabled: true,
  payoutsEnabled: false,
  detailsSubmitted: true,
  requirements: [{ field: 'external_account', label: 'A bank account', pastDue: true }],
  deadlineAt: '2026-12-24T00:00:00Z',
  readAt: '2026-11-26T08:00:00Z',
};
const seller: SupportSeller = { ...fern, account, disconnectedAt: null };
const charge: SupportCharge = {
  chargeId: '00000000-0000-4000-8000-000000000010',
  state: 'failed',
  amountMinor: 4200,
  currency: 'gbp',
  platformFeeMinor: 105,
  description: 'Two pots',
  paymentId: 'pi_1Pots',
  failureMessage: 'The currency is not supported.',
  createdAt: '2026-11-25T08:00:00Z',
  paidAt: null,
};
const delivery: Delivery = {
  eventId: 'evt_1Paid',
  type: 'payout.paid',
  createdAt: '2026-11-25T08:00:00Z',
  receivedAt: '2026-11-25T08:00:01Z',
  attempts: 1,
  appliedAt: '2026-11-25T08:00:02Z',
  nextTryAt: null,
  quarantine: null,
};
const view: PastSupportView = {
  supportViewId: '00000000-0000-4000-8000-000000000011',
  staffName: 'Bo',
  reason: 'A payout that is missing',
  ticket: 'T-7',
  startedAt: '2026-11-24T08:00:00Z',
  endedAt: '2026-11-24T08:10:00Z',
  endedBy: 'time',
  lookedAt: [],
};

let server: FakeServer;
beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(getStaff, cy);
  server.answer(getSupportView, { supportView: null, lastEndedBy: null });
  server.answer(getSupportSeller, seller);
  server.answer(listSupportCharges, { charges: [charge], nextCursor: null });
  server.answer(listDeliveries, { deliveries: [delivery], nextCursor: null });
  server.answer(listSellerViews, { supportViews: [view], nextCursor: null });
});

const open = (): unknown => renderPage(<SellerPage sellerId={fern.sellerId} />, `/support/sellers/${fern.sellerId}`);
const list = (name: string) => screen.findByRole('region', { name });

test('a seller is shown with how the account stands and what Stripe waits for, by when', async () => {
  open();
  expect(await screen.findByRole('heading', { name: 'Fern & Flour' })).toBeTruthy();
  expect(screen.getByText('Restricted')).toBeTruthy();
  const facts = within(screen.getByRole('region', { name: 'Account' }));
  expect(
    facts
      .getAllByRole('definition')
      .map(({ textContent }) => textContent)
      .slice(0, 3),
  ).toEqual(['acct_1Fern', 'Yes', 'No']);
  expect(screen.getByText('A bank account').textContent).toContain('overdue');
  expect(
    within(screen.getByText(/Needed by/u))
      .getByText(/24/u)
      .getAttribute('datetime'),
  ).toBe(account.deadlineAt);
  expect(screen.getByRole('link', { name: /Open in Stripe/u }).getAttribute('href')).toBe(account.dashboardUrl);
  expect(screen.getByRole('button', { name: 'Look at their pages' })).toBeTruthy();
  expect(document.title).toContain('Fern & Flour');
});

test('what happened lately is shown: charges, deliveries, views', async () => {
  open();
  expect((await within(await list('Charges')).findByText('Two pots')).textContent).toBe('Two pots');
  expect(screen.getByText('£42.00')).toBeTruthy();
  expect(screen.getByText('The currency is not supported.')).toBeTruthy();
  expect(await within(await list('Webhook deliveries')).findByText('Applied')).toBeTruthy();
  const views = await list('Support views');
  expect((await within(views).findByText('Bo: A payout that is missing (T-7)')).tagName).toBe('SPAN');
  expect(views.textContent).toContain('ran out');
});

test.each([
  [{ ...delivery, appliedAt: null, attempts: 3, nextTryAt: '2026-11-25T09:00:00Z' }, /tried 3 times, next/u],
  [{ ...delivery, appliedAt: null, quarantine: 'given_up' as const }, /could not be applied for three days/u],
])('an event that is not applied says why', async (row, says) => {
  server.answer(listDeliveries, { deliveries: [row], nextCursor: null });
  open();
  expect(await screen.findByText(says)).toBeTruthy();
  expect(screen.queryByText('Applied')).toBeNull();
});

test('empty lists say what that means', async () => {
  server.answer(listSupportCharges, { charges: [], nextCursor: null });
  server.answer(listDeliveries, { deliveries: [], nextCursor: null });
  server.answer(listSellerViews, { supportViews: [], nextCursor: null });
  open();
  expect(await screen.findByText(/No charge was created here yet/u)).toBeTruthy();
  expect(await screen.findByText(/announced nothing of this account/u)).toBeTruthy();
  expect(await screen.findByText(/Nobody has looked/u)).toBeTruthy();
});

test('more is added to what is there, and a page that cannot be read is tried again', async () => {
  server.answer(listDeliveries, { deliveries: [delivery], nextCursor: 'next' });
  open();
  const more = await screen.findByRole('button', { name: /Show more of: Webhook deliveries/u });
  server.refuse(listDeliveries, 'unavailable');
  await userEvent.click(more);
  const again = await screen.findByRole('button', { name: 'Try again' });
  server.answer(listDeliveries, { deliveries: [{ ...delivery, eventId: 'evt_2Older' }], nextCursor: null });
  const sent = vi.spyOn(globalThis, 'fetch');
  await userEvent.click(again);
  expect(await screen.findByText(/evt_2Older/u)).toBeTruthy();
  expect(screen.getByText(/evt_1Paid/u)).toBeTruthy();
  expect(sent).toHaveBeenLastCalledWith(expect.stringMatching(/deliveries\?after=next$/u), expect.anything());
});

test.each(['not_found', 'validation_failed'] as const)('an address of nobody (%s) is said to be one', async (code) => {
  server.refuse(getSupportSeller, code);
  open();
  expect(await screen.findByText(/There is no such seller/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: /All sellers/u }).getAttribute('href')).toBe('/support');
});

test('a seller who disconnected is said to have, and a new one to have nothing yet', async () => {
  server.answer(getSupportSeller, { ...seller, account: null, disconnectedAt: '2026-11-20T08:00:00Z' });
  open();
  expect((await screen.findByText(/disconnected their account/u)).querySelector('time')?.dateTime).toContain(
    '2026-11-20',
  );
});
