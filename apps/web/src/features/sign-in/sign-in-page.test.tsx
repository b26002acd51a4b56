import { signIn } from '@sellerdesk/contract';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { SignInPage } from './sign-in-page.tsx';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(signIn, readySeller);
});

async function fillAndSend(email = 'ada@example.com', password = 'correct horse'): Promise<void> {
  if (email !== '') await userEvent.type(screen.getByLabelText('E-mail'), email);
  if (password !== '') await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test("the page carries the platform's name at once and lets password managers help", () => {
  renderPage(<SignInPage />, '/sign-in');
  expect(screen.getByText('Marlow')).toBeTruthy();
  expect(screen.getByLabelText('E-mail')).toHaveProperty('autocomplete', 'username');
  expect(screen.getByLabelText('Password')).toHaveProperty('autocomplete', 'current-password');
});

test('a seller who signed in goes on to where they were going', async () => {
  const { visited } = renderPage(<SignInPage />, '/sign-in?next=%2Fpayouts');
  await fillAndSend(' ada@example.com ');
  await waitFor(() => expect(visited.at(-1)).toBe('/payouts'));
  expect(server.received(signIn)).toEqual([{ email: 'ada@example.com', password: 'correct horse' }]);
});

test('an empty form is not sent; it says what is missing and goes to the first of it', async () => {
  renderPage(<SignInPage />, '/sign-in');
  await fillAndSend('', '');
  expect(screen.getByText('Enter your e-mail address.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
  expect(server.received(signIn)).toEqual([]);
});

test('a password can be looked at, and hidden again', async () => {
  renderPage(<SignInPage />, '/sign-in');
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
  expect(screen.getByLabelText('Password')).toHaveProperty('type', 'text');
  await userEvent.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(screen.getByLabelText('Password')).toHaveProperty('type', 'password');
});

test('wrong credentials are said without losing what was typed', async () => {
  server.refuse(signIn, 'wrong_credentials');
  renderPage(<SignInPage />, '/sign-in');
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain('do not match');
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'correct horse');
});

test('where our server failed, the id of the request can be copied, and nothing typed is lost', async () => {
  server.refuse(signIn, 'internal', { requestId: 'req_4' });
  renderPage(<SignInPage />, '/sign-in');
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain('What you typed is still here');
  expect(screen.getByText('req_4')).toBeTruthy();
});

test('too many attempts say when to try again', async () => {
  server.refuse(signIn, 'too_many_attempts', { retryAfterSeconds: 600 });
  renderPage(<SignInPage />, '/sign-in');
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain('wait 10 minutes');
});

test('a server that cannot be reached is named, and the next try can work', async () => {
  server.cut(signIn);
  const { visited } = renderPage(<SignInPage />, '/sign-in');
  await fillAndSend();
  expect((await screen.findByRole('alert')).textContent).toContain("couldn't reach our server");
  server.answer(signIn, readySeller);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(visited.at(-1)).toBe('/'));
});

test('who did not sign out by themselves is told why they are here', () => {
  renderPage(<SignInPage />, '/sign-in?next=%2Fpayouts&ended=1');
  expect(screen.getByRole('alert').textContent).toContain('You have been signed out');
});

test("the platform's identity provider stands beside the password, and keeps where the seller was going", () => {
  installPageConfig(undefined, { sellers: 'Marlow ID' });
  renderPage(<SignInPage />, '/sign-in?next=%2Fpayouts');
  const link = screen.getByRole('link', { name: 'Continue with Marlow ID' });
  expect(link.getAttribute('href')).toBe('/auth/sellers?next=%2Fpayouts');
});

test('who comes back from the provider and is not let in is told why', () => {
  installPageConfig(undefined, { sellers: 'Marlow ID' });
  renderPage(<SignInPage />, '/sign-in?refused=email_taken&request=req_aaaabbbbccccdddd');
  expect(screen.getByRole('alert').textContent).toContain('sign in the way you did before');
});

test('whoever is new keeps where they were going on the way to signing up', () => {
  renderPage(<SignInPage />, '/sign-in?next=%2Fpayouts');
  const link = screen.getByRole('link', { name: 'Create an account' });
  expect(link.getAttribute('href')).toBe('/sign-up?next=%2Fpayouts');
});
