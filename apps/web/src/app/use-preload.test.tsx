import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { frameRoutes } from './routes.tsx';
import { usePreload } from './use-preload.ts';

function Links(): ReactNode {
  usePreload();
  return (
    <>
      <a href="/charges/new">New charge</a>
      <a href="https://stripe.com/charges/new">Elsewhere</a>
    </>
  );
}

test('the code behind a link is loaded as soon as somebody points at it', async () => {
  const route = frameRoutes.find(({ pattern }) => pattern === '/charges/new');
  if (route === undefined) throw new Error('There is no such page');
  const load = vi.spyOn(route, 'load').mockResolvedValue({});
  render(<Links />);
  await userEvent.hover(screen.getByRole('link', { name: 'Elsewhere' }));
  expect(load).not.toHaveBeenCalled();
  await userEvent.hover(screen.getByRole('link', { name: 'New charge' }));
  expect(load).toHaveBeenCalled();
});
