import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { type OnboardingDoor, type OnboardingLink, useOnboardingLink } from './use-onboarding-link.ts';

const url = 'https://connect.stripe.com/setup/s/acct_1/abc';
const door = {
  createAccount: vi.fn<OnboardingDoor['createAccount']>(),
  createLink: vi.fn<OnboardingDoor['createLink']>(),
  leave: vi.fn<OnboardingDoor['leave']>(),
};

beforeEach(() => {
  vi.resetAllMocks();
  door.createLink.mockResolvedValue({ url });
});

function openDoor(hasAccount: boolean): { readonly current: OnboardingLink } {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useOnboardingLink(hasAccount, door), { wrapper }).result;
}

test('no link is made before it is asked for', () => {
  openDoor(true);
  expect(door.createLink).not.toHaveBeenCalled();
});

test('where there is no account it is created first', async () => {
  const link = openDoor(false);
  act(() => link.current.open());
  await waitFor(() => expect(door.leave).toHaveBeenCalledWith(url));
  expect(door.createAccount).toHaveBeenCalledBefore(door.createLink);
});

test('an account that exists is not created again', async () => {
  const link = openDoor(true);
  act(() => link.current.open());
  await waitFor(() => expect(door.leave).toHaveBeenCalledOnce());
  expect(door.createAccount).not.toHaveBeenCalled();
});

test('one link is made however often the button is pressed on the way', async () => {
  const link = openDoor(true);
  act(() => link.current.open());
  await waitFor(() => expect(door.leave).toHaveBeenCalled());
  act(() => link.current.open());
  expect(link.current.state).toBe('working');
  expect(door.createLink).toHaveBeenCalledOnce();
});

test('a link that could not be made says why and can be tried again', async () => {
  door.createLink.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const link = openDoor(true);
  act(() => link.current.open());
  await waitFor(() => expect(link.current.problem?.code).toBe('unreachable'));
  act(() => link.current.open());
  await waitFor(() => expect(door.leave).toHaveBeenCalledWith(url));
});

test("back from Stripe by the browser's own button, the page can be used again", async () => {
  const link = openDoor(true);
  act(() => link.current.open());
  await waitFor(() => expect(link.current.state).toBe('working'));
  act(() => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  });
  await waitFor(() => expect(link.current.state).toBe('idle'));
});
