import { createAccountSession, getSeller } from '@sellerdesk/contract';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connection } from '../../connect/connection.ts';
import { fakeConnectJs } from '../../connect/test/fake-connect-js.ts';
import { openingWith } from '../../connect/test/openings.ts';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { PaymentsPage } from './payments-page.tsx';

let server: FakeServer;

beforeEach(() => {
  installPageConfig();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = createFakeServer();
  server.answer(getSeller, readySeller);
  server.answer(createAccountSession, openingWith('secret'));
  fakeConnectJs.install();
});
afterEach(() => {
  connection.close();
  fakeConnectJs.remove();
});

test('what keeps both the list and a payment away is said once', async () => {
  server.refuse(createAccountSession, 'stripe_unavailable');
  renderPage(<PaymentsPage paymentId="pi_1" />, '/payments/pi_1');
  await screen.findByRole('alert');
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('what keeps only the payment away is said, and the list stays', async () => {
  renderPage(<PaymentsPage paymentId="pi_1" />, '/payments/pi_1');
  await waitFor(() => fakeConnectJs.element('payment-details'));
  act(() => fakeConnectJs.element('payment-details').fail('api_error'));
  expect(screen.getByRole('alert').textContent).toContain("Stripe can't show this panel right now");
  expect(fakeConnectJs.element('payments')).toBeTruthy();
});
