/** Puts into the page what the server does. */
export function installPageConfig(): void {
  window.sellerdesk = {
    config: {
      connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
      platform: { name: 'Marlow', accentColor: '#00aa66' },
    },
  };
}
