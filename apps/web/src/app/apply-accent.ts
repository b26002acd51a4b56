import { accentFrom } from '../ui/accent.ts';
import { currentTheme, onThemeChange } from '../ui/theme.ts';

/** Puts the platform's colour on the page, in the theme that is on it now and in every later one. */
export function applyAccent(color: string): void {
  const apply = (): void => {
    const { accent, accentStrong, onAccent, accentInk, accentSurface } = accentFrom(color, currentTheme());
    const { style } = document.documentElement;
    style.setProperty('--accent', accent);
    style.setProperty('--accent-strong', accentStrong);
    style.setProperty('--on-accent', onAccent);
    style.setProperty('--accent-ink', accentInk);
    style.setProperty('--accent-surface', accentSurface);
  };
  apply();
  onThemeChange(apply);
}
