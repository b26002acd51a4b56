import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseTheme, chosenTheme, currentTheme, followSystemTheme, onThemeChange } from './theme.ts';

const device = Object.assign(new EventTarget(), { matches: false });

function denied(): never {
  throw new DOMException('denied');
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => device);
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  device.matches = false;
  delete document.documentElement.dataset['theme'];
});

test('a choice is on the page at once, and kept', () => {
  chooseTheme('dark');
  expect(currentTheme()).toBe('dark');
  expect(localStorage.getItem('sellerdesk.theme')).toBe('dark');
  expect(chosenTheme()).toBe('dark');
});

test('whoever listens hears of another theme, until they stop', () => {
  const heard = vi.fn<() => void>();
  const stop = onThemeChange(heard);
  chooseTheme('dark');
  stop();
  chooseTheme('light');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('the device is followed, but only for as long as that is the choice', () => {
  followSystemTheme();
  chooseTheme('system');
  device.matches = true;
  device.dispatchEvent(new Event('change'));
  expect(currentTheme()).toBe('dark');
  chooseTheme('light');
  device.dispatchEvent(new Event('change'));
  expect(currentTheme()).toBe('light');
});

test('a browser that keeps nothing shows what was chosen all the same', () => {
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, clear: () => undefined });
  chooseTheme('dark');
  expect(currentTheme()).toBe('dark');
  expect(chosenTheme()).toBe('system');
});
