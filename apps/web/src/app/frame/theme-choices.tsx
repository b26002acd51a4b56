import { type ReactNode, useSyncExternalStore } from 'react';
import { chooseTheme, chosenTheme, onThemeChange, type ThemeChoice } from '../../ui/theme.ts';

const choices: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or as the device has it. */
export function ThemeChoices(): ReactNode {
  const chosen = useSyncExternalStore(onThemeChange, chosenTheme);
  return (
    <fieldset>
      <legend className="pb-1.5 text-sm text-muted">Theme</legend>
      <div className="grid grid-cols-3 rounded-md bg-hover p-0.5">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="grid min-h-10 cursor-pointer place-content-center rounded-md text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              value={value}
              checked={value === chosen}
              onChange={() => chooseTheme(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
