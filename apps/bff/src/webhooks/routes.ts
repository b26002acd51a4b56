import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { APPLY_EVENT, applyEvent, applyLeftovers } from './apply-event.ts';
import { receiveEvents } from './receive-event.ts';

/** Receives what Stripe announces and lets accounts and charges follow. */
export async function registerWebhooks(app: FastifyInstance, services: Services): Promise<void> {
  services.jobs.define(APPLY_EVENT, (eventId) => applyEvent(services, eventId));
  services.jobs.everyMinute('apply_leftover_events', () => applyLeftovers(services));
  await receiveEvents(app, services);
  warnOfSilence(services);
}

/** Nothing fails without webhooks, it is only late: without this line nobody would know why. */
function warnOfSilence({ config, log }: Services): void {
  for (const [mode, { webhookSecrets }] of Object.entries(config.stripe.access))
    for (const scope of ['platform', 'connect'] as const)
      if (webhookSecrets[scope].length === 0)
        log.warn(
          { mode, scope },
          'no webhook secret is set, so accounts and charges follow Stripe only when somebody looks',
        );
}
