import { signUp } from '@sellerdesk/contract';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { SignUpPage } from './sign-up-page.tsx';

let server: FakeServer;

beforeEach(() => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
  installPageConfig();
  server = createFakeServer();
  server.answer(signUp, { ...readySeller, account: null });
});

async function fillAndSend(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Business name'), 'Fern & Flour');
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
}

test('a seller signs up, with the country their browser suggests, and is in', async () => {
  const { visited } = renderPage(<SignUpPage />, '/sign-up');
  await fillAndSend();
  await waitFor(() => expect(visited.at(-1)).toBe('/'));
  expect(server.received(signUp).at(-1)).toEqual({
    businessName: 'Fern & Flour',
    country: 'AT',
    email: 'ada@example.com',
    password: 'correct horse',
  });
});

test('any country with Stripe accounts can be chosen by its name', async () => {
  renderPage(<SignUpPage />, '/sign-up');
  await userEvent.selectOptions(screen.getByLabelText('Country'), 'Japan');
  expect(screen.getByLabelText('Country')).toHaveProperty('value', 'JP');
});

test('an address that is taken is said at the field, with the way to sign in', async () => {
  server.refuse(signUp, 'email_taken');
  renderPage(<SignUpPage />, '/sign-up?next=%2Fpayouts');
  await fillAndSend();
  const note = await screen.findByText(/already has an account/u);
  expect(within(note).getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in?next=%2Fpayouts');
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
  expect(screen.getByLabelText('Business name')).toHaveProperty('value', 'Fern & Flour');
});

test('what the server says about a field stands at that field', async () => {
  const fields = [{ field: 'password', message: 'This password is in every list of stolen ones.' }];
  server.refuse(signUp, 'validation_failed', { fields });
  renderPage(<SignUpPage />, '/sign-up');
  await fillAndSend();
  await screen.findByText('This password is in every list of stolen ones.');
  expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
});

test('a short password is said when the field is left, before anything is sent', async () => {
  renderPage(<SignUpPage />, '/sign-up');
  await userEvent.type(screen.getByLabelText('Password'), 'short');
  await userEvent.tab();
  expect(screen.getByText(/Use at least 8 characters/u)).toBeTruthy();
});
