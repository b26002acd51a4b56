export { createSessionFor, isModeWrong } from './account-sessions.ts';
export { registerAccountSessions } from './routes.ts';
export { readOnlyComponents } from './session-components.ts';
