import { afterEach, beforeEach, expect, test } from 'vitest';
import { showPlatformIcon } from './show-platform-icon.ts';

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="data:," />';
});
afterEach(() => {
  document.head.innerHTML = '';
});

function drawing(): string {
  return decodeURIComponent(document.querySelector('link')?.getAttribute('href') ?? '');
}

test("the browser's tab shows the platform's initial on its own colour", () => {
  showPlatformIcon({ name: 'Marlow', accentColor: '#4f46e5' });
  expect(drawing()).toContain('>M</text>');
  expect(drawing()).toContain('fill="#4f46e5"');
});

test('a name that begins like markup leaves the colour', () => {
  showPlatformIcon({ name: '<&>', accentColor: '#4f46e5' });
  expect(drawing()).toContain('></text>');
});
