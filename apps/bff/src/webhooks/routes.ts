import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { APPLY_EVENT, applyEvent, applyLeftovers } from './apply-event.ts';
import { receiveEvents } from './receive-event.ts';

/** Receives what Stripe announces and lets accounts and charges follow. */
export async function registerWebhooks(app: FastifyInstance, services: Services): Promise<void> {
  services.jobs.define(APPLY_EVENT, (eventId) => applyEvent(services, eventId));
  services.jobs.everyMinute('apply_leftover_events', () => applyLeftovers(services));
  await receiveEvents(app, services);
}
