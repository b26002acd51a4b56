export { registerDashboardLinks } from './routes.ts';
