import { getSeller, refreshAccount } from '@sellerdesk/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readyAccount, readySeller } from '../../lib/test/seller.ts';
import { OnboardingReturnPage } from './onboarding-return-page.tsx';
import { unfinishedAccount } from './test/accounts.ts';

let server: FakeServer;

beforeEach(() => {
  server = createFakeServer();
  server.answer(getSeller, { ...readySeller, account: unfinishedAccount });
});

const open = (): unknown => renderPage(<OnboardingReturnPage />, '/onboarding/return');

test('while Stripe is asked, the page says so and claims nothing', async () => {
  server.stall(refreshAccount);
  open();
  expect(await screen.findByText('Asking Stripe how it went')).toBeTruthy();
});

test('a seller who is ready hears it and goes Home, whatever was known before', async () => {
  server.answer(refreshAccount, readyAccount);
  open();
  expect((await screen.findByRole('heading', { name: "You're ready to take payments" })).textContent).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to Home' }).getAttribute('href')).toBe('/');
});

test('a seller who saved for later hears what is left and can go on', async () => {
  server.answer(refreshAccount, unfinishedAccount);
  open();
  await screen.findByRole('heading', { name: "You're not done yet" });
  expect(screen.getByText('Stripe still needs two things before you can take payments.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Continue with Stripe' })).toBeTruthy();
});

test('a seller who was never there starts', async () => {
  server.answer(getSeller, { ...readySeller, account: null });
  server.refuse(refreshAccount, 'account_missing');
  open();
  expect(await screen.findByRole('button', { name: 'Set up payments' })).toBeTruthy();
});

test('when Stripe cannot be asked, what was told it is safe and it can be asked again', async () => {
  server.refuse(refreshAccount, 'stripe_unavailable', { requestId: 'req_9' });
  open();
  expect((await screen.findByRole('alert')).textContent).toContain('What you told Stripe is safe');
  expect(screen.getByText('req_9')).toBeTruthy();
  server.answer(refreshAccount, readyAccount);
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await screen.findByRole('heading', { name: "You're ready to take payments" })).toBeTruthy();
});
