import { render, screen } from '@testing-library/react';
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
  const { minHeight, measured } = useRememberedHeight('balances', 144);
  return (
    <p ref={measured} data-testid="component">
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
  resized();
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

test('a phone and a wide screen are remembered apart', () => {
  visit(224);
  vi.stubGlobal('innerWidth', 390);
  expect(visit(355)).toBe('144');
  expect(visit(355)).toBe('355');
});
