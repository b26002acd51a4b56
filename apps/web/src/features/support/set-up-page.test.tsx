import { finishStaffSetUp, openStaffSetUp } from '@sellerdesk/contract';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { SetUpPage } from './set-up-page.tsx';

const token = 't'.repeat(43);
let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  location.hash = token;
  server = createFakeServer();
  server.answer(openStaffSetUp, {
    email: 'cy@platform.example',
    name: 'Cy',
    otpauthUrl: 'otpauth://totp/Marlow:cy?secret=ABCDEFGH',
    secret: 'ABCDEFGH',
  });
});

async function fillAndFinish(password: string, code: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Password'), password);
  await userEvent.type(screen.getByLabelText('Code'), code);
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
}

test('the link says whose it is, and the secret can be scanned or typed', async () => {
  renderPage(<SetUpPage />, '/support/set-up');
  expect(await screen.findByText('cy@platform.example')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'QR code for your authenticator app' })).toBeTruthy();
  expect(screen.getByText('ABCD EFGH')).toBeTruthy();
  expect(screen.getByLabelText('Code')).toHaveProperty('autocomplete', 'one-time-code');
});

test('password and code are sent with the link, and the recovery codes are shown to keep', async () => {
  server.answer(finishStaffSetUp, { recoveryCodes: ['aaaa-1111', 'bbbb-2222'] });
  renderPage(<SetUpPage />, '/support/set-up');
  await fillAndFinish('a few good words', '123 456');
  expect(await screen.findByText('bbbb-2222')).toBeTruthy();
  expect(server.received(finishStaffSetUp)).toEqual([{ token, password: 'a few good words', code: '123456' }]);
  expect(decodeURIComponent(screen.getByRole('link', { name: 'Download' }).getAttribute('href') ?? '')).toContain(
    'aaaa-1111\nbbbb-2222',
  );
  expect(screen.getByRole('link', { name: /sign in/u }).getAttribute('href')).toBe('/support/sign-in');
});

test('a short password is not sent', async () => {
  renderPage(<SetUpPage />, '/support/set-up');
  await fillAndFinish('short', '123456');
  expect(screen.getByText('Use at least 12 characters.')).toBeTruthy();
  expect(server.received(finishStaffSetUp)).toEqual([]);
});

test('a wrong code is said at its field, and what was typed stays', async () => {
  server.refuse(finishStaffSetUp, 'wrong_code');
  renderPage(<SetUpPage />, '/support/set-up');
  await fillAndFinish('a few good words', '123456');
  expect(await screen.findByText(/Wait for the next one/u)).toBeTruthy();
  expect(screen.getByLabelText('Password')).toHaveProperty('value', 'a few good words');
});

test('a link that is used or over says so, and whom to ask', async () => {
  server.refuse(openStaffSetUp, 'set_up_link_over');
  renderPage(<SetUpPage />, '/support/set-up');
  expect((await screen.findByRole('alert')).textContent).toContain('for a new one');
});

test('a server that cannot be reached leaves the link good', async () => {
  server.cut(openStaffSetUp);
  renderPage(<SetUpPage />, '/support/set-up');
  expect((await screen.findByRole('alert')).textContent).toContain('still good');
});
