import { finishSignUp, getNewcomer } from '@sellerdesk/contract';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { FinishSignUpPage } from './finish-sign-up-page.tsx';

let server: FakeServer;
const address = '/sign-up/finish?next=%2Fpayouts';

beforeEach(() => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
  installPageConfig(undefined, { sellers: 'Marlow ID' });
  server = createFakeServer();
  server.answer(getNewcomer, { email: 'ada@example.com', businessName: null, country: 'GB' });
  server.answer(finishSignUp, { ...readySeller, account: null });
});

const send = async (): Promise<void> => userEvent.click(await screen.findByRole('button', { name: 'Create account' }));

test('what the provider says stands there, the rest is asked for, and then the seller goes where they were going', async () => {
  const { visited } = renderPage(<FinishSignUpPage />, address);
  expect(await screen.findByText('ada@example.com')).toBeTruthy();
  expect(screen.getByLabelText('Country')).toHaveProperty('value', 'GB');
  await userEvent.type(screen.getByLabelText('Business name'), ' Fern & Flour ');
  await send();
  await waitFor(() => expect(visited.at(-1)).toBe('/payouts'));
  expect(server.received(finishSignUp)).toEqual([{ businessName: 'Fern & Flour', country: 'GB' }]);
});

test('where the provider knows no country, the browser suggests one', async () => {
  server.answer(getNewcomer, { email: 'ada@example.com', businessName: 'Kiln', country: null });
  renderPage(<FinishSignUpPage />, address);
  expect(await screen.findByLabelText('Country')).toHaveProperty('value', 'AT');
  expect(screen.getByLabelText('Business name')).toHaveProperty('value', 'Kiln');
});

test('an empty name is not sent', async () => {
  renderPage(<FinishSignUpPage />, address);
  await send();
  expect(screen.getByText(/name your customers know you by/u)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Business name'));
  expect(server.received(finishSignUp)).toEqual([]);
});

test.each(['sign_up_over', 'not_found'] as const)('who has no step to take (%s) is led to sign-in', async (code) => {
  server.refuse(getNewcomer, code);
  renderPage(<FinishSignUpPage />, address);
  expect((await screen.findByRole('alert')).textContent).toContain('took too long');
  expect(screen.getByRole('link', { name: 'Go to sign-in' }).getAttribute('href')).toBe('/sign-in');
});

test('and so is who took too long over the form', async () => {
  server.refuse(finishSignUp, 'sign_up_over');
  renderPage(<FinishSignUpPage />, address);
  await userEvent.type(await screen.findByLabelText('Business name'), 'Kiln');
  await send();
  expect((await screen.findByRole('alert')).textContent).toContain('took too long');
});

test('an address that was taken meanwhile is said, and what was typed stays', async () => {
  server.refuse(finishSignUp, 'email_taken');
  renderPage(<FinishSignUpPage />, address);
  await userEvent.type(await screen.findByLabelText('Business name'), 'Kiln');
  await send();
  expect((await screen.findByRole('alert')).textContent).toContain('ada@example.com was used');
  expect(screen.getByLabelText('Business name')).toHaveProperty('value', 'Kiln');
});

test('where our server failed, it can be tried again', async () => {
  server.refuse(getNewcomer, 'internal', { requestId: 'req_7' });
  renderPage(<FinishSignUpPage />, address);
  expect((await screen.findByRole('alert')).textContent).toContain('req_7');
  server.answer(getNewcomer, { email: 'ada@example.com', businessName: null, country: null });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Business name')).toBeTruthy();
});

test('until it is known who it is, the form has its place', () => {
  server.stall(getNewcomer);
  renderPage(<FinishSignUpPage />, address);
  expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
});
