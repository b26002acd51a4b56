import { loadConnectAndInitialize } from '@stripe/connect-js/pure';
import { openDashboard, type Opening } from '../lib/early-start.ts';
import { onThemeChange } from '../ui/theme.ts';
import { appearanceFromTokens } from './appearance.ts';
import { loadConnectJs } from './connect-js-script.ts';
import { createConnection } from './create-connection.ts';

const openings = new Set<(opening: Opening) => void>();

/** Calls back with every opening: who is signed in may have changed in another tab. */
export function onOpening(listener: (opening: Opening) => void): () => void {
  openings.add(listener);
  return () => openings.delete(listener);
}

/** The one Connect instance of these pages; making one costs a call to Stripe, so pages share it. */
export const connection = createConnection({
  loadConnectJs,
  openDashboard,
  initialize: loadConnectAndInitialize,
  appearance: appearanceFromTokens,
  onAppearanceChange: onThemeChange,
  onOpening: (opening) => {
    for (const listener of openings) listener(opening);
  },
});
