import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** The headers that every answer carries, whatever it answers. */
export interface SecurityHeaders {
  for(request: Pick<FastifyRequest, 'url'>): Readonly<Record<string, string>>;
}

/** Stripe's frames may take a payment and use passkeys; nothing else may use what a browser guards. */
const permissions = [
  'camera=()',
  'microphone=()',
  'geolocation=()',
  'usb=()',
  'payment=(self "https://js.stripe.com" "https://connect-js.stripe.com")',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
].join(', ');

/** Returns the headers for a configuration; `inlineScripts` are those of the shell, which the policy names by hash. */
export function securityHeaders(config: Config, inlineScripts: readonly string[]): SecurityHeaders {
  const everywhere = {
    'content-security-policy': contentSecurityPolicy(config.stripe.connectJsUrl, inlineScripts),
    // Stripe's sign-in opens in a window that must find its opener.
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'permissions-policy': permissions,
    ...(config.http.publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  const unstored = { ...everywhere, 'cache-control': 'no-store' };
  return { for: ({ url }) => (/^\/(?:api|auth)/u.test(url) ? unstored : everywhere) };
}
