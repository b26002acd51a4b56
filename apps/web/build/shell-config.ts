import type { Plugin } from 'vite';

/** What the pages run with when no server is there to ask: enough to look at them. */
const WITHOUT_SERVER = {
  connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
  platform: { name: 'Sellerdesk', accentColor: '#4f46e5' },
  signInWith: {},
};

const placeholder = '%SELLERDESK_CONFIG%';

/** While developing, puts into the page what the server puts there in production. */
export function shellConfig(serverUrl: string): Plugin {
  return {
    name: 'sellerdesk:shell-config',
    apply: 'serve',
    transformIndexHtml: (html) => withConfig(html, serverUrl),
  };
}

/** Returns the page with the configuration of the server at an address, or with what can be looked at without one. */
export async function withConfig(html: string, serverUrl: string): Promise<string> {
  return html.replace(placeholder, (await contentFromServer(serverUrl)) ?? escaped(WITHOUT_SERVER));
}

async function contentFromServer(serverUrl: string): Promise<string | undefined> {
  try {
    const page = await (await fetch(serverUrl)).text();
    return /<meta name="sellerdesk" content="(?<content>[^"]*)"/u.exec(page)?.groups?.['content'];
  } catch {
    // No server: the pages can still be looked at.
    return undefined;
  }
}

function escaped(config: unknown): string {
  return JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
