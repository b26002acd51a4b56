import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Explained } from './explained.tsx';

beforeEach(() => {
  render(
    <>
      <Explained term="Fee" explanation="What it costs." />
      <p>elsewhere</p>
    </>,
  );
});

function isOpen(): boolean {
  return screen.queryByRole('tooltip') !== null;
}

async function tap(target: HTMLElement): Promise<void> {
  await userEvent.pointer({ keys: '[TouchA]', target });
}

test('a tap opens the explanation, and another one puts it away', async () => {
  const term = screen.getByRole('button', { name: 'Fee' });
  await tap(term);
  expect(isOpen()).toBe(true);
  await tap(term);
  expect(isOpen()).toBe(false);
  await tap(term);
  expect(isOpen()).toBe(true);
});

test('a tap elsewhere puts it away', async () => {
  await tap(screen.getByRole('button', { name: 'Fee' }));
  await tap(screen.getByText('elsewhere'));
  expect(isOpen()).toBe(false);
});

test('a mouse opens it by pointing at it, and a click leaves it open', async () => {
  const term = screen.getByRole('button', { name: 'Fee' });
  await userEvent.hover(term);
  expect(isOpen()).toBe(true);
  await userEvent.click(term);
  expect(isOpen()).toBe(true);
  await userEvent.unhover(term);
  expect(isOpen()).toBe(false);
});
