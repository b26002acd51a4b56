/** What the reader chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

/** The inline script of index.html reads it before the first paint. */
const STORED_AS = 'sellerdesk.theme';

const listeners = new Set<() => void>();

/** Calls back whenever another theme is on the page. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns the theme on the page. */
export function currentTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** Returns what the reader chose; a browser that keeps nothing follows the device. */
export function chosenTheme(): ThemeChoice {
  const stored = readStored();
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Puts a theme on the page and keeps the choice. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORED_AS, choice);
  } catch {
    // A browser that keeps nothing still shows the theme until the page is left.
  }
  show(choice);
}

/** Follows the device for as long as that is what the reader chose. */
export function followSystemTheme(): void {
  darkDevice().addEventListener('change', () => {
    if (chosenTheme() === 'system') show('system');
  });
}

function show(choice: ThemeChoice): void {
  const theme = choice === 'system' ? (darkDevice().matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

function darkDevice(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}
