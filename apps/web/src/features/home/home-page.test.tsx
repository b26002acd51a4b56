import { createAccountSession, getSeller } from '@sellerdesk/contract';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connection } from '../../connect/connection.ts';
import { fakeConnectJs } from '../../connect/test/fake-connect-js.ts';
import { openingWith } from '../../connect/test/openings.ts';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { HomePage } from './home-page.tsx';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = createFakeServer();
  server.answer(createAccountSession, openingWith('secret'));
  fakeConnectJs.install();
});
afterEach(() => {
  connection.close();
  fakeConnectJs.remove();
});

const page = <HomePage notice={<p>the notice</p>} charges={<p>the charges</p>} />;

test.each([
  ['no account', null],
  ['an account that has told Stripe nothing', { ...readyAccount, detailsSubmitted: false }],
])('with %s it shows how money will come, and asks nothing of Stripe', async (_, account) => {
  server.answer(getSeller, { ...readySeller, account });
  renderPage(page, '/');
  expect(await screen.findByRole('heading', { name: 'How you get paid here' })).toBeTruthy();
  expect(screen.getByText('the notice')).toBeTruthy();
  expect(screen.queryByText('the charges')).toBeNull();
  expect(server.received(createAccountSession)).toEqual([]);
});

test('with an account it answers in order: what is wrong, what is there, what was done last', async () => {
  server.answer(getSeller, readySeller);
  renderPage(page, '/');
  const notice = await screen.findByText('the notice');
  const balance = screen.getByRole('heading', { name: 'Balance' });
  const charges = screen.getByText('the charges');
  expect(notice.compareDocumentPosition(balance)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(balance.compareDocumentPosition(charges)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('an account with nothing to show yet says what will stand there', async () => {
  server.answer(createAccountSession, { ...openingWith(''), accountSession: null });
  server.answer(getSeller, readySeller);
  renderPage(page, '/');
  expect(await screen.findByText(/will stand here once your account is set up/u)).toBeTruthy();
});
