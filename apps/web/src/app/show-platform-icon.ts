import type { PageConfig } from '../lib/early-start.ts';
import { accentFrom } from '../ui/accent.ts';

/** Puts the platform's mark into the browser's tab: its initial on its own colour, as it stands on the pages. */
export function showPlatformIcon({ name, accentColor }: PageConfig['platform']): void {
  const { accent, onAccent } = accentFrom(accentColor, 'light');
  // These two would end the drawing.
  const initial = Array.from(name)[0]?.replace(/[<&]/u, '') ?? '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${accent}"/><text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="18" font-weight="600" fill="${onAccent}">${initial}</text></svg>`;
  const icon = document.querySelector('link[rel="icon"]');
  icon?.setAttribute('href', `data:image/svg+xml,${encodeURIComponent(drawing)}`);
}
