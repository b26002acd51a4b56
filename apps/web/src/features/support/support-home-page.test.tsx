import { getStaff, getSupportView, searchSellers, signOutStaff, stopSupportView } from '@sellerdesk/contract';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { SupportHomePage } from './support-home-page.tsx';
import { cy, fernView } from './test/staff.ts';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(getStaff, cy);
  server.answer(getSupportView, { supportView: null, lastEndedBy: null });
  server.answer(searchSellers, { sellers: [], nextCursor: null });
});

test.each([
  ['not_signed_in', '/support/sign-in'],
  ['second_factor_due', '/support/sign-in?step=code'],
] as const)('whoever is refused with %s goes to %s', async (code, path) => {
  server.refuse(getStaff, code);
  const { visited } = renderPage(<SupportHomePage />, '/support');
  await waitFor(() => expect(visited.at(-1)).toBe(path));
});

test('a support view that runs is said, and can be stopped', async () => {
  server.answer(getSupportView, { supportView: fernView, lastEndedBy: null });
  server.answer(stopSupportView, null);
  renderPage(<SupportHomePage />, '/support');
  await screen.findByText('You are looking at Fern & Flour');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(screen.queryByText('You are looking at Fern & Flour')).toBeNull());
});

test('signing out leads to the sign-in page', async () => {
  server.answer(signOutStaff, null);
  const { visited } = renderPage(<SupportHomePage />, '/support');
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(visited.at(-1)).toBe('/support/sign-in'));
});
