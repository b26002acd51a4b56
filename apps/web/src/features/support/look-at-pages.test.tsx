import { type FoundSeller, proveSecondFactor, startSupportView } from '@sellerdesk/contract';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, type Mock, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { LookAtPages } from './look-at-pages.tsx';
import { fern } from './test/found-sellers.ts';
import { cy, fernView } from './test/staff.ts';

let server: FakeServer;
let left: Mock<(to: string | URL) => void>;

beforeEach(() => {
  server = createFakeServer();
  server.answer(startSupportView, fernView);
  left = vi.fn<(to: string | URL) => void>();
  vi.spyOn(window.location, 'assign').mockImplementation(left);
});

async function open(): Promise<HTMLElement> {
  renderPage(<LookAtPages seller={fern} />, '/support');
  await userEvent.click(screen.getByRole('button', { name: 'Look at their pages' }));
  return screen.findByRole('dialog', { name: 'Look at the pages of Fern & Flour' });
}

async function start(dialog: HTMLElement, reason = 'Their payout is missing'): Promise<void> {
  await userEvent.clear(within(dialog).getByLabelText('Why'));
  await userEvent.type(within(dialog).getByLabelText('Why'), reason);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start looking' }));
}

const { account } = fern;
test.each<[string, Partial<FoundSeller>]>([
  ['There are no payments to look at yet.', { account: null }],
  ['Support looks at test accounts only.', { account: account && { ...account, mode: 'live' } }],
  ['This seller lets nobody look at their pages.', { supportAllowed: false }],
])('who cannot be looked at is said: %s', (words, change) => {
  renderPage(<LookAtPages seller={{ ...fern, ...change }} />, '/support');
  screen.getByText(words);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a reason of a few letters is not sent', async () => {
  await start(await open(), 'payout');
  screen.getByText('Write in a few words why: at least ten characters.');
  expect(server.received(startSupportView)).toEqual([]);
});

test('with a reason the pages are opened, in a document of their own', async () => {
  const dialog = await open();
  await userEvent.type(within(dialog).getByLabelText(/Ticket/u), ' T-1 ');
  await start(dialog);
  await waitFor(() => expect(left).toHaveBeenCalledWith('/support/view'));
  expect(server.received(startSupportView)).toEqual([
    { sellerId: fern.sellerId, reason: 'Their payout is missing', ticket: 'T-1', startKey: expect.any(String) },
  ]);
});

test('an old code is asked for again, once, and what was typed stays', async () => {
  server.refuse(startSupportView, 'second_factor_stale');
  server.answer(proveSecondFactor, cy);
  const dialog = await open();
  await start(dialog);
  const code = await within(dialog).findByLabelText('Code');
  expect(document.activeElement).toBe(code);
  expect(screen.getByText('Your last code is more than five minutes old. Give a new one.')).toBeTruthy();
  await userEvent.type(code, '123 456');
  server.refuse(startSupportView, 'support_switched_off');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start looking' }));
  await screen.findByText(/switched support views off/u);
  within(dialog).getByDisplayValue('Their payout is missing');
  server.answer(startSupportView, fernView);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Start looking' }));
  await waitFor(() => expect(left).toHaveBeenCalled());
  expect(server.received(proveSecondFactor)).toEqual([{ code: '123456' }]);
  const keys = server.received(startSupportView).map((body) => JSON.stringify(body));
  expect(new Set(keys).size).toBe(1);
});

test('where an earlier try has started the view, it goes there', async () => {
  server.refuse(startSupportView, 'support_view_started');
  await start(await open());
  await waitFor(() => expect(left).toHaveBeenCalledWith('/support/view'));
});

test('who looks already is told where to stop', async () => {
  server.refuse(startSupportView, 'support_view_running');
  await start(await open());
  expect((await screen.findByRole('link', { name: 'Go there to stop' })).getAttribute('href')).toBe('/support/view');
});
