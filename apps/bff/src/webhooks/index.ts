export { replayEvents } from './apply-event.ts';
export { registerWebhooks } from './routes.ts';
