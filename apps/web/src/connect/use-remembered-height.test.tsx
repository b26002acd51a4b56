import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRememberedHeight } from './use-remembered-height.ts';

let resized: () => void;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => localStorage.clear());

function Component(): ReactNode {
  const { minHeight, measured, drawn } = useRememberedHeight('balances', { wide: 144, narrow: 288 });
  return (
    <p ref={measured} data-testid="component" data-drawn={drawn}>
      {minHeight}
    </p>
  );
}

/** Shows the component, lets it be so high, and puts it away. */
function visit(heightPx: number): string | null {
  const { unmount } = render(<Component />);
  const element = screen.getByTestId('component');
  vi.spyOn(element, 'offsetHeight', 'get').mockReturnValue(heightPx);
  const { textContent } = element;
  act(() => resized());
  unmount();
  return textContent;
}

test('the height of last time is kept free, from the second visit on', () => {
  expect(visit(224)).toBe('144');
  expect(visit(224)).toBe('224');
});

test('before it has drawn anything there is nothing to remember', () => {
  visit(224);
  visit(0);
  expect(visit(0)).toBe('224');
});

test('it says when the component has taken its room', () => {
  render(<Component />);
  const element = screen.getByTestId('component');
  expect(element.dataset['drawn']).toBe('false');
  vi.spyOn(element, 'offsetHeight', 'get').mockReturnValue(224);
  act(() => resized());
  expect(element.dataset['drawn']).toBe('true');
});

test('a phone and a wide screen are remembered apart', () => {
  visit(224);
  vi.stubGlobal('innerWidth', 390);
  expect(visit(355)).toBe('288');
  expect(visit(355)).toBe('355');
});
