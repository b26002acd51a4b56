import { loadConnectAndInitialize } from '@stripe/connect-js/pure';
import { openDashboard, type Opening } from '../lib/early-start.ts';
import { onThemeChange } from '../ui/theme.ts';
import { appearanceFromTokens } from './appearance.ts';
import { loadConnectJs } from './connect-js-script.ts';
import { createConnection } from './create-connection.ts';

interface OpeningListener {
  readonly opened: (opening: Opening) => void;
  readonly refused: (error: unknown) => void;
}

const listeners = new Set<OpeningListener>();

/** Calls back with every opening and every refusal: who is signed in may have changed in another tab. */
export function onOpening(listener: OpeningListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one Connect instance of these pages; making one costs a call to Stripe, so pages share it. */
export const connection = createConnection({
  loadConnectJs,
  openDashboard: async () => {
    try {
      return await openDashboard();
    } catch (error) {
      for (const { refused } of listeners) refused(error);
      throw error;
    }
  },
  initialize: loadConnectAndInitialize,
  appearance: appearanceFromTokens,
  onAppearanceChange: onThemeChange,
  onOpening: (opening) => {
    for (const { opened } of listeners) opened(opening);
  },
});
