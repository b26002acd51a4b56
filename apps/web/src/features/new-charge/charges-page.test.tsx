import { type Charge, listCharges } from '@sellerdesk/contract';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { ChargesPage } from './charges-page.tsx';
import { LatestCharges } from './latest-charges.tsx';
import { paidCharge, waitingCharge } from './test/charges.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
});

/** Charges with ids of their own. */
function charges(count: number, from = 0): Charge[] {
  return Array.from({ length: count }, (_, index) => ({
    ...waitingCharge,
    chargeId: `0199f0c2-7a53-7d31-9f6e-${String(from + index).padStart(12, '0')}`,
    description: `Loaf ${from + index}`,
  }));
}

const both = [
  ['all charges', <ChargesPage key="all" />],
  ['the latest charges', <LatestCharges key="latest" />],
] as const;

test.each(both)('%s: rows stand in their place while they are on their way', async (_, page) => {
  server.stall(listCharges);
  renderPage(page, '/charges');
  expect(screen.getByText('Loading charges')).toBeTruthy();
});

test.each(both)('%s: where there are none, it says what will be here and offers to make one', async (_, page) => {
  server.answer(listCharges, { charges: [], nextCursor: null });
  renderPage(page, '/charges');
  expect(await screen.findByText(/links you send to your customers will be here/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'New charge' }).getAttribute('href')).toBe('/charges/new');
});

test.each(both)('%s: each says what for, how it stands and how much, and leads to its page', async (_, page) => {
  const paid = { ...paidCharge, chargeId: '0199f0c2-7a53-7d31-9f6e-2f4f6b1c9a02' };
  server.answer(listCharges, { charges: [waitingCharge, paid], nextCursor: null });
  renderPage(page, '/charges');
  const rows = within(await screen.findByRole('list')).getAllByRole('link');
  expect(rows.map((row) => row.getAttribute('href'))).toEqual([
    `/charges/${waitingCharge.chargeId}`,
    `/charges/${paid.chargeId}`,
  ]);
  expect(rows[0]?.textContent).toContain('Wedding cake, second half');
  expect(rows[0]?.textContent).toContain('£240.00');
  expect(rows[0]?.textContent).toContain('Waiting');
  expect(rows[1]?.textContent).toContain('Paid');
});

test.each(both)('%s: when they cannot be read, it says that they are safe and tries again', async (_, page) => {
  server.refuse(listCharges, 'unavailable', { requestId: 'req_7' });
  renderPage(page, '/charges');
  expect((await screen.findByRole('alert')).textContent).toContain('They are all still there');
  expect(screen.getByRole('button', { name: 'Copy request id' })).toBeTruthy();
  server.answer(listCharges, { charges: charges(1), nextCursor: null });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Loaf 0')).toBeTruthy();
});

test('older charges come on request, below those that are there', async () => {
  server.answer(listCharges, { charges: charges(25), nextCursor: 'next' });
  renderPage(<ChargesPage />, '/charges');
  await screen.findByText('Loaf 24');
  server.answer(listCharges, { charges: charges(3, 25), nextCursor: null });
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Loaf 27')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(28);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('older charges that do not come leave those that are there, and can be asked for again', async () => {
  server.answer(listCharges, { charges: charges(25), nextCursor: 'next' });
  renderPage(<ChargesPage />, '/charges');
  await screen.findByText('Loaf 24');
  server.refuse(listCharges, 'unavailable');
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(25);
  server.answer(listCharges, { charges: charges(1, 25), nextCursor: null });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Loaf 25')).toBeTruthy();
});
