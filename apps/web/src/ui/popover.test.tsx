import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Popover } from './popover.tsx';

beforeEach(async () => {
  render(
    <>
      <Popover label="Your account" face="A">
        <button type="button">Sign out</button>
      </Popover>
      <button type="button">Elsewhere</button>
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Your account' }));
});

function isOpen(): boolean {
  return screen.queryByRole('button', { name: 'Sign out' }) !== null;
}

test('it says that it is open, and closes with a second press', async () => {
  expect(isOpen()).toBe(true);
  const button = screen.getByRole('button', { name: 'Your account' });
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await userEvent.click(button);
  expect(isOpen()).toBe(false);
});

test('Escape closes it and gives the focus back', async () => {
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Sign out');
  await userEvent.keyboard('{Escape}');
  expect(isOpen()).toBe(false);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Your account');
});

test('a press elsewhere closes it', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(isOpen()).toBe(false);
});

test('a press inside a frame, of which only the loss of focus is known here, closes it', () => {
  act(() => {
    window.dispatchEvent(new Event('blur'));
  });
  expect(isOpen()).toBe(false);
});

test('leaving it with the keyboard closes it', async () => {
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Elsewhere');
  expect(isOpen()).toBe(false);
});
