import { type ReactNode, useSyncExternalStore } from 'react';
import { chooseTheme, currentTheme, onThemeChange } from '../../ui/theme.ts';
import { Icon } from './icons.tsx';

/** Turns light into dark and back with one press; the account menu has all three choices. */
export function ThemeButton(): ReactNode {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      className="hidden size-10 shrink-0 place-content-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink md:grid"
      onClick={() => chooseTheme(other)}
    >
      <Icon name="theme" />
    </button>
  );
}
