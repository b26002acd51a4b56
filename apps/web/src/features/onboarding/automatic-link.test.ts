import { beforeEach, expect, test } from 'vitest';
import { takeAutomaticLink } from './automatic-link.ts';

const noonMs = Date.parse('2026-11-24T12:00:00Z');

beforeEach(() => sessionStorage.clear());

test('the first used-up link is replaced without a click', () => {
  expect(takeAutomaticLink(sessionStorage, noonMs)).toBe(true);
});

test('a second one within a minute waits for a click, so that no loop can form', () => {
  takeAutomaticLink(sessionStorage, noonMs);
  expect(takeAutomaticLink(sessionStorage, noonMs + 5_000)).toBe(false);
  expect(takeAutomaticLink(sessionStorage, noonMs + 60_000)).toBe(true);
});
