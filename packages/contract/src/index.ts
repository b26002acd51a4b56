export * from './account-sessions.ts';
export * from './accounts.ts';
export * from './charges.ts';
export {
  type Client,
  CLIENT_HEADER,
  createClient,
  ProblemError,
  replyFrom,
  type Transport,
  UnexpectedReplyError,
  type WireReply,
  type WireRequest,
  wireRequest,
} from './client.ts';
export type { Endpoint, Policy, ReplyOf, RequestOf } from './endpoint.ts';
export { endpoints } from './endpoints.ts';
export { oidcPaths, type OidcRefusal, type OidcSide } from './oidc.ts';
export { commonProblems, isProblemCode, ProblemBody, type ProblemCode, problems } from './problems.ts';
export { ownPathFrom } from './return-path.ts';
export * from './sellers.ts';
export * from './staff.ts';
export * from './support.ts';
export * from './support-sellers.ts';
