import { proveSecondFactor, signInStaff } from '@sellerdesk/contract';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { StaffSignInPage } from './sign-in-page.tsx';
import { cy } from './test/staff.ts';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(signInStaff, null);
  server.answer(proveSecondFactor, cy);
});

async function givePassword(): Promise<void> {
  await userEvent.type(screen.getByLabelText('E-mail'), 'cy@platform.example');
  await userEvent.type(screen.getByLabelText('Password'), 'a few good words');
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
}

async function giveCode(code: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Code'), code);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('after the password the code is asked for, with the focus in it, and then staff are in', async () => {
  const { visited } = renderPage(<StaffSignInPage />, '/support/sign-in');
  await givePassword();
  const code = await screen.findByLabelText('Code');
  expect(document.activeElement).toBe(code);
  expect(code).toHaveProperty('autocomplete', 'one-time-code');
  await giveCode('123 456');
  await waitFor(() => expect(visited.at(-1)).toBe('/support'));
  expect(server.received(proveSecondFactor)).toEqual([{ code: '123456' }]);
});

test("the platform's identity provider stands beside the password where there is one", () => {
  installPageConfig(undefined, { staff: 'Marlow ID', sellers: 'Shop login' });
  renderPage(<StaffSignInPage />, '/support/sign-in');
  expect(screen.getByRole('link', { name: 'Continue with Marlow ID' }).getAttribute('href')).toBe('/auth/staff');
});

test('and nothing is said of it where there is none', () => {
  renderPage(<StaffSignInPage />, '/support/sign-in');
  expect(screen.queryByRole('link', { name: /Continue with/u })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('who comes back from the provider and is not let in is told why, until they try something else', async () => {
  server.refuse(signInStaff, 'wrong_credentials');
  installPageConfig(undefined, { staff: 'Marlow ID' });
  renderPage(<StaffSignInPage />, '/support/sign-in?refused=set_up_due&request=req_aaaabbbbccccdddd');
  expect(screen.getByRole('alert').textContent).toContain('Use your set-up link first');
  await givePassword();
  expect((await screen.findByText(/don't match/u)).textContent).toBeTruthy();
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('a wrong password is said, and what was typed stays', async () => {
  server.refuse(signInStaff, 'wrong_credentials');
  renderPage(<StaffSignInPage />, '/support/sign-in');
  await givePassword();
  expect((await screen.findByRole('alert')).textContent).toContain("don't match");
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'a few good words');
});

test('too many attempts say when to try again', async () => {
  server.refuse(signInStaff, 'too_many_attempts', { retryAfterSeconds: 600 });
  renderPage(<StaffSignInPage />, '/support/sign-in');
  await givePassword();
  expect((await screen.findByRole('alert')).textContent).toContain('wait 10 minutes');
});

test('a wrong code is said at its field, which gets the focus', async () => {
  server.refuse(proveSecondFactor, 'wrong_code');
  renderPage(<StaffSignInPage />, '/support/sign-in?step=code');
  await giveCode('123456');
  expect(await screen.findByText(/Wait for the next one/u)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Code'));
});

test('who took too long for the code is led back to the first step', async () => {
  server.refuse(proveSecondFactor, 'not_signed_in');
  const { visited } = renderPage(<StaffSignInPage />, '/support/sign-in?step=code');
  await giveCode('123456');
  expect((await screen.findByRole('alert')).textContent).toContain('took too long');
  await userEvent.click(screen.getByRole('button', { name: 'Back to the first step' }));
  expect(visited.at(-1)).toBe('/support/sign-in');
});
