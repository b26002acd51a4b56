export { registerAccountSessions } from './routes.ts';
