import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// A second is not enough on a busy machine; what never comes is still said long before a test is given up.
configure({ asyncUtilTimeout: 20_000 });

const complaints: unknown[][] = [];

beforeEach(() => {
  vi.spyOn(globalThis.console, 'error').mockImplementation((...complaint) => complaints.push(complaint));
});

// What React cannot throw it complains about there: a complaint is a defect.
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  const [complaint] = complaints.splice(0);
  if (complaint !== undefined) throw new Error(`console.error: ${complaint.join(' ')}`);
});
