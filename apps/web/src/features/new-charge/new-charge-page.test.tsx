import { createCharge, getSeller } from '@sellerdesk/contract';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { NewChargePage } from './new-charge-page.tsx';
import { waitingCharge } from './test/charges.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
  server.answer(getSeller, readySeller);
  server.answer(createCharge, waitingCharge);
});

async function open(): Promise<readonly string[]> {
  const { visited } = renderPage(<NewChargePage notice={<p>the notice</p>} />, '/charges/new');
  await screen.findByLabelText('Amount');
  return visited;
}

async function fillAndSend(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Amount'), '240');
  await userEvent.type(screen.getByLabelText('What is it for?'), 'Wedding cake');
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
}

function reviewed(): readonly string[] {
  const review = screen.getByRole('region', { name: 'Review' });
  return within(review)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
}

test("the account's currency is chosen, and before an amount is typed nothing is reckoned", async () => {
  await open();
  expect(screen.getByLabelText('Currency')).toHaveProperty('value', 'gbp');
  expect(reviewed()).toEqual(['–', '–', '–', '–']);
});

test('while an amount is typed it is grouped, and what becomes of it is shown; left, it has its decimals', async () => {
  await open();
  const amount = screen.getByLabelText('Amount');
  await userEvent.type(amount, '1234.5');
  expect(amount).toHaveProperty('value', '1\u202F234.5');
  expect(reviewed()).toEqual(['£1,234.50', '-£30.86', '-£18.72', '£1,184.92']);
  await userEvent.tab();
  expect(amount).toHaveProperty('value', '1\u202F234.50');
});

test('in another currency Stripe’s fee is known once paid', async () => {
  await open();
  await userEvent.type(screen.getByLabelText('Amount'), '100');
  await userEvent.selectOptions(screen.getByLabelText('Currency'), 'eur');
  expect(reviewed()).toEqual(['€100.00', '-€2.50', 'Known once paid', '€97.50']);
});

test('every line explains itself when it is focused, and Escape puts the explanation away', async () => {
  await open();
  const term = screen.getByRole('button', { name: 'Marlow fee' });
  await userEvent.hover(term);
  expect(screen.getByRole('tooltip').textContent).toContain('2.5% of the amount, but at least £0.25.');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('a created charge takes the place of its form', async () => {
  const visited = await open();
  await fillAndSend();
  await waitFor(() => expect(visited).toEqual([`/charges/${waitingCharge.chargeId}`]));
  expect(server.received(createCharge)).toEqual([
    { idempotencyKey: expect.any(String), amountMinor: 24_000, currency: 'gbp', description: 'Wedding cake' },
  ]);
});

test('an empty form names what is missing and goes to the first of it', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
  expect(screen.getByText('Enter the amount your customer pays.')).toBeTruthy();
  expect(screen.getByText(/Say what the charge is for/u)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Amount'));
});

test('an amount Stripe does not take is said at the amount', async () => {
  server.refuse(createCharge, 'amount_refused', { detail: 'Stripe takes 0.30 GBP or more.' });
  await open();
  await fillAndSend();
  expect(await screen.findByText('Stripe takes 0.30 GBP or more.')).toBeTruthy();
  expect(screen.getByLabelText('Amount').getAttribute('aria-invalid')).toBe('true');
});

test.each([
  ['no account', null],
  ['an account that takes no payments yet', { ...readyAccount, chargesEnabled: false, defaultCurrency: 'usd' }],
])('with %s it says what to do first, and asks for nothing that would be refused', async (_, account) => {
  server.answer(getSeller, { ...readySeller, account });
  renderPage(<NewChargePage notice={<p>the notice</p>} />, '/charges/new');
  expect(await screen.findByText('the notice')).toBeTruthy();
  expect(screen.getByText(/this is where you say how much/u)).toBeTruthy();
  expect(screen.queryByRole('form')).toBeNull();
});

test('a seller who looked before they were set up starts in the currency of their account', async () => {
  server.answer(getSeller, { ...readySeller, account: { ...readyAccount, defaultCurrency: 'usd' } });
  await open();
  cleanup();
  server.answer(getSeller, readySeller);
  await open();
  expect(screen.getByLabelText('Currency')).toHaveProperty('value', 'gbp');
});

test('a seller whose payments stopped meanwhile is shown the way, and what was typed is kept', async () => {
  server.refuse(createCharge, 'onboarding_incomplete');
  await open();
  await fillAndSend();
  const notice = await screen.findByRole('alert');
  const link = within(notice).getByRole('link', { name: 'Finish setting up' });
  expect(link.getAttribute('href')).toBe('/onboarding');
  expect(link.classList).toContain('link');
  expect(screen.getByLabelText('What is it for?')).toHaveProperty('value', 'Wedding cake');
});

test('without an answer, trying again is safe and sends the same key', async () => {
  server.cut(createCharge);
  await open();
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain("can't charge twice");
  server.answer(createCharge, waitingCharge);
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
  await waitFor(() => expect(server.received(createCharge)).toHaveLength(2));
  expect(server.received(createCharge)[1]).toEqual(server.received(createCharge)[0]);
});

test('who has been signed out finds the way to sign in beside the reason, and comes back here', async () => {
  server.refuse(createCharge, 'not_signed_in');
  await open();
  await fillAndSend();
  const link = within(await screen.findByRole('alert')).getByRole('link', { name: 'Sign in again' });
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fcharges%2Fnew&ended=1');
});

test('where our server failed, what was typed is said to be there, and the id of the request can be copied', async () => {
  server.refuse(createCharge, 'internal', { requestId: 'req_5' });
  await open();
  await fillAndSend();
  const notice = within(await screen.findByRole('alert'));
  expect(notice.getByText(/What you typed is still here/u)).toBeTruthy();
  expect(notice.getByText('req_5')).toBeTruthy();
});

test('a form sent before with other details offers both: the first charge and one of its own', async () => {
  server.cut(createCharge);
  await open();
  await fillAndSend();
  await screen.findByRole('alert');
  server.refuse(createCharge, 'idempotency_mismatch');
  await userEvent.type(screen.getByLabelText('What is it for?'), ' and flowers');
  await userEvent.click(screen.getByRole('button', { name: 'Create charge' }));
  expect(await screen.findByText(/You sent £240\.00 for "Wedding cake" before/u)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Show the first one' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Create this one too' })).toBeTruthy();
});
