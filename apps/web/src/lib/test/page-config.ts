import type { EarlyScript, PageConfig } from '../early-start.ts';

/** Puts into the page what the server and the inline script do. */
export function installPageConfig(connectJs?: EarlyScript, signInWith: PageConfig['signInWith'] = {}): void {
  window.sellerdesk = {
    config: {
      connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
      platform: { name: 'Marlow', accentColor: '#00aa66' },
      signInWith,
    },
    ...(connectJs && { connectJs }),
  };
}
