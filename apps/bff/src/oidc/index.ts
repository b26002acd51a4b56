export type { Identity } from './identity-provider.ts';
export { OidcRefused } from './oidc-refused.ts';
export { type Arrival, serveOidc } from './routes.ts';
