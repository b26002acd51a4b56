import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Moment } from './moment.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(['day', 'minute'] as const)('a %s of this year goes without saying which year', (show) => {
  render(<Moment at="2026-02-03T12:00:00Z" show={show} />);
  expect(screen.getByText(/3/u).textContent).not.toContain('2026');
});

test.each(['day', 'minute'] as const)('a %s of another year says which one', (show) => {
  render(<Moment at="2025-12-03T12:00:00Z" show={show} />);
  expect(screen.getByText(/3/u).textContent).toContain('2025');
});
