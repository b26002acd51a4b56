import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';

/** Shows a page at an address; answers where the reader is, last address last. */
export function renderPage(page: ReactNode, path: string): { readonly visited: readonly string[] } {
  const { hook, searchHook, history } = memoryLocation({ path, record: true });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <Router hook={hook} searchHook={searchHook}>
        <Suspense>{page}</Suspense>
      </Router>
    </QueryClientProvider>,
  );
  return { visited: history };
}
