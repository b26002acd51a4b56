import { listCharges, signOut } from '@sellerdesk/contract';
import { onlineManager, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api } from './api.ts';
import { createQueryClient } from './query-client.ts';
import { createFakeServer } from './test/fake-server.ts';

beforeEach(() => {
  const server = createFakeServer();
  server.cut(listCharges);
  server.cut(signOut);
  onlineManager.setOnline(false);
});
afterEach(() => onlineManager.setOnline(true));

function wrapper({ children }: { readonly children: ReactNode }): ReactNode {
  return <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>;
}

function useCharges() {
  return useQuery({ queryKey: ['charges'], queryFn: () => api(listCharges, { querystring: {} }) });
}

test('offline, what cannot be read is a failure that can be said, not something on its way', async () => {
  const { result } = renderHook(useCharges, { wrapper });
  await waitFor(() => expect(result.current.error).toBeInstanceOf(TypeError));
});

test('offline, what cannot be sent is a failure that can be said', async () => {
  const { result } = renderHook(() => useMutation({ mutationFn: () => api(signOut, {}) }), { wrapper });
  result.current.mutate();
  await waitFor(() => expect(result.current.error).toBeInstanceOf(TypeError));
});
