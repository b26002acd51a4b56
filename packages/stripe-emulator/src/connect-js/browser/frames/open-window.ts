/** Opens a window beside the platform's page; null where the browser blocks it, or a test arranged that it does. */
export function openWindow(url: string, name: string, features: string): Window | null {
  if (document.documentElement.dataset['windows'] === 'blocked') return null;
  return window.open(url, name, features);
}
