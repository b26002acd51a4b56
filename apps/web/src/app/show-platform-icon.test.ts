import { afterEach, beforeEach, expect, test } from 'vitest';
import { showPlatformIcon } from './show-platform-icon.ts';

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="data:," />';
});
afterEach(() => {
  document.head.innerHTML = '';
});

function shown(): Document {
  const href = document.querySelector('link')?.getAttribute('href') ?? '';
  return new DOMParser().parseFromString(decodeURIComponent(href.replace('data:image/svg+xml,', '')), 'image/svg+xml');
}

test("the browser's tab shows the platform's initial on its own colour", () => {
  showPlatformIcon({ name: 'Marlow', accentColor: '#4f46e5' });
  expect(shown().querySelector('text')?.textContent).toBe('M');
  expect(shown().querySelector('rect')?.getAttribute('fill')).toBe('#4f46e5');
});

test('a name that begins like markup leaves the colour', () => {
  showPlatformIcon({ name: '<&>', accentColor: '#4f46e5' });
  expect(shown().querySelector('text')?.textContent).toBe('');
});
