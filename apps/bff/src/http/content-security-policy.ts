import { createHash } from 'node:crypto';

/** The SHA-256 of the style element connect.js inserts, whose content is a comment without words. */
const connectJsStyle = "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='";

const stripe = {
  script: ['https://connect-js.stripe.com', 'https://js.stripe.com', 'https://*.js.stripe.com'],
  image: ['https://*.stripe.com'],
  connect: ['https://api.stripe.com'],
  frame: ['https://hooks.stripe.com'],
};

/**
 * Returns the Content-Security-Policy of every page: our own files, Stripe's, and the inline scripts named here.
 * Where connect.js comes from elsewhere than Stripe, that one origin is allowed too.
 */
export function contentSecurityPolicy(connectJsUrl: string, inlineScripts: readonly string[]): string {
  const own = isStripes(connectJsUrl) ? [] : [new URL(connectJsUrl).origin];
  return policyOf({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineScripts.map((script) => hashOf(script)), ...stripe.script, ...own],
    'style-src': ["'self'", connectJsStyle],
    'img-src': ["'self'", 'data:', ...stripe.image, ...own],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...stripe.connect, ...own],
    'frame-src': [...stripe.script, ...stripe.frame, ...own],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  });
}

/** Returns the text of a policy. */
export function policyOf(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

function isStripes(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && (hostname === 'stripe.com' || hostname.endsWith('.stripe.com'));
}
