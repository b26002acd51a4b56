import { type Charge, ProblemError, type ProblemCode } from '@sellerdesk/contract';
import { currency } from '@sellerdesk/money';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyDraft } from './charge-draft.ts';
import { createFillingStore } from './charge-filling.ts';
import { waitingCharge } from './test/charges.ts';
import { type ChargeForm, type SendCharge, useChargeForm } from './use-charge-form.ts';

const empty = emptyDraft(currency('gbp'));
const haircut = { amount: '40', description: 'Haircut' };
const onCreated = vi.fn<(charge: Charge) => void>();
const send = vi.fn<SendCharge>();
const noAnswer = new TypeError('Failed to fetch');

beforeEach(() => {
  vi.resetAllMocks();
  sessionStorage.clear();
});
afterEach(() => onlineManager.setOnline(true));

function problem(code: ProblemCode): ProblemError {
  return new ProblemError(code, { type: `/problems#${code}`, code, title: code, status: 409, requestId: 'req_1' });
}

function openForm(): { readonly form: { readonly current: ChargeForm }; readonly close: () => void } {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const store = createFillingStore(sessionStorage, 'seller-a');
  const { result, unmount } = renderHook(() => useChargeForm({ store, empty, send, onCreated }), { wrapper });
  return { form: result, close: unmount };
}

async function fillAndSubmit(form: { readonly current: ChargeForm }, changes: Partial<typeof empty>): Promise<void> {
  const sentBefore = send.mock.calls.length;
  act(() => form.current.change(changes));
  act(() => form.current.submit());
  await waitFor(() => expect(send.mock.calls.length).toBeGreaterThan(sentBefore));
  await waitFor(() => expect(form.current.state).toBe('typing'));
}

const keysSent = (): readonly string[] => send.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);

test('a form with problems is not sent', () => {
  const { form } = openForm();
  act(() => form.current.submit());
  expect(form.current.fields.problems).toHaveProperty('amount');
  expect(send).not.toHaveBeenCalled();
});

test('once the charge is made the filling is over: the next form is empty and has another key', async () => {
  send.mockResolvedValue(waitingCharge);
  const first = openForm();
  await fillAndSubmit(first.form, haircut);
  expect(onCreated).toHaveBeenCalledWith(waitingCharge);
  first.close();
  const second = openForm();
  expect(second.form.current.draft).toEqual(empty);
  await fillAndSubmit(second.form, haircut);
  expect(new Set(keysSent()).size).toBe(2);
});

test('no answer, a reload and another try send the same details with the same key', async () => {
  send.mockRejectedValueOnce(noAnswer).mockResolvedValueOnce(waitingCharge);
  const before = openForm();
  await fillAndSubmit(before.form, haircut);
  expect(before.form.current.problem?.code).toBe('unreachable');
  before.close();
  const after = openForm();
  expect(after.form.current.draft).toMatchObject(haircut);
  await fillAndSubmit(after.form, {});
  expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
});

test('two clicks at once send one key', async () => {
  send.mockResolvedValue(waitingCharge);
  const { form } = openForm();
  act(() => form.current.change(haircut));
  act(() => {
    form.current.submit();
    form.current.submit();
  });
  await waitFor(() => expect(onCreated).toHaveBeenCalled());
  expect(new Set(keysSent()).size).toBe(1);
});

test('a form that nobody has typed in is not kept: what it starts with may change', () => {
  openForm().close();
  expect(sessionStorage.length).toBe(0);
});

test('a tab duplicated once something is typed has the same key', async () => {
  send.mockResolvedValueOnce(waitingCharge).mockRejectedValueOnce(problem('idempotency_mismatch'));
  const first = openForm();
  act(() => first.form.current.change(haircut));
  const second = openForm();
  await fillAndSubmit(first.form, {});
  await fillAndSubmit(second.form, {});
  expect(new Set(keysSent()).size).toBe(1);
});

test('offline the charge waits, and is sent once when the connection is back', async () => {
  send.mockResolvedValue(waitingCharge);
  onlineManager.setOnline(false);
  const { form } = openForm();
  act(() => form.current.change(haircut));
  act(() => form.current.submit());
  await waitFor(() => expect(form.current.state).toBe('offline'));
  expect(send).not.toHaveBeenCalled();
  act(() => onlineManager.setOnline(true));
  await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
  expect(send).toHaveBeenCalledOnce();
});

test('details changed after no answer: what was sent can be found, and what is typed now is kept for another', async () => {
  send.mockRejectedValueOnce(noAnswer).mockRejectedValueOnce(problem('idempotency_mismatch'));
  send.mockResolvedValueOnce(waitingCharge);
  const { form, close } = openForm();
  await fillAndSubmit(form, haircut);
  await fillAndSubmit(form, { amount: '60' });
  expect(form.current.problem?.code).toBe('idempotency_mismatch');
  expect(form.current.sentBefore).toMatchObject(haircut);
  act(() => form.current.findSent());
  await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
  expect(send.mock.calls[2]).toEqual(send.mock.calls[0]);
  close();
  expect(openForm().form.current.draft.amount).toBe('60');
});

test('details changed after no answer: they can be sent as a charge of their own', async () => {
  send.mockRejectedValueOnce(noAnswer).mockRejectedValueOnce(problem('idempotency_mismatch'));
  send.mockResolvedValueOnce(waitingCharge);
  const { form } = openForm();
  await fillAndSubmit(form, haircut);
  await fillAndSubmit(form, { amount: '60' });
  act(() => form.current.submitAsAnother());
  await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
  expect(keysSent()[2]).not.toBe(keysSent()[0]);
  expect(send.mock.calls[2]?.[0]).toMatchObject({ amountMinor: 6000 });
});

test('a refusal leaves nothing open: nothing was sent before', async () => {
  send.mockRejectedValueOnce(problem('amount_refused'));
  const { form } = openForm();
  await fillAndSubmit(form, haircut);
  expect(form.current.sentBefore).toBeNull();
  expect(form.current.fields.problems).toHaveProperty('amount');
});

test('a seller who left the form is not taken to the charge', async () => {
  const { promise, resolve } = Promise.withResolvers<Charge>();
  send.mockReturnValueOnce(promise);
  const { form, close } = openForm();
  act(() => form.current.change(haircut));
  act(() => form.current.submit());
  await waitFor(() => expect(send).toHaveBeenCalled());
  close();
  resolve(waitingCharge);
  await waitFor(() => expect(createFillingStore(sessionStorage, 'seller-a').find()).toBeUndefined());
  expect(onCreated).not.toHaveBeenCalled();
});
