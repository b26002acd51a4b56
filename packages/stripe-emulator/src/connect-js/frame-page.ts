/**
 * Any page of this machine may embed a frame, as any site may embed Stripe's: what is in it is decided by the account
 * session's secret, which only the embedding page can hand over.
 */
const HERE = ['localhost', '127.0.0.1'].flatMap((host) => [`http://${host}:*`, `https://${host}:*`]);

/** Writes the policy of every frame: own files, own server, fonts of the platform, nothing else. */
export const framePolicy = (embedders: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    `font-src https: data: ${[...HERE, ...embedders].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...HERE, ...embedders].join(' ')}`,
  ].join('; ');

/**
 * Writes the document of every frame: which component it shows is said by the page that embeds it. Where a test arranged
 * a browser that blocks windows, it says so.
 */
export const framePage = (blocksWindows: boolean): string => `<!doctype html>
<html lang="en"${blocksWindows ? ' data-windows="blocked"' : ''}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Stripe emulator</title>
    <link rel="stylesheet" href="/v1.0/frames/assets/frame.css" />
    <script type="module" src="/v1.0/frames/assets/frame.js"></script>
  </head>
  <body>
    <div id="frame"></div>
  </body>
</html>
`;
