export { registerSupport } from './routes.ts';
export { endOver } from './support-views.ts';
export { switchSupport } from './switch-support.ts';
