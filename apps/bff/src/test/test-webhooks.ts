import { Stripe } from 'stripe';
import type { Emulator } from 'stripe-emulator';

/** Registers our webhooks as a platform does in Stripe's Dashboard, and returns their secrets as settings. */
export async function registerWebhooks(
  { url, secretKey }: Pick<Emulator, 'url' | 'secretKey'>,
  serverUrl: string,
): Promise<Record<string, string>> {
  const { hostname: host, port } = new URL(url);
  const stripe = new Stripe(secretKey, { host, port, protocol: 'http', telemetry: false });
  const platformUrl = `${serverUrl}/webhooks/stripe/platform`;
  const connectUrl = `${serverUrl}/webhooks/stripe/connect`;
  const platform = await stripe.webhookEndpoints.create({ url: platformUrl, enabled_events: ['*'] });
  const connect = await stripe.webhookEndpoints.create({ url: connectUrl, enabled_events: ['*'], connect: true });
  const thin = await stripe.v2.core.eventDestinations.create({
    name: 'accounts',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['*'],
    events_from: ['@self'],
    webhook_endpoint: { url: platformUrl },
    include: ['webhook_endpoint.signing_secret'],
  });
  const platformSecrets = [platform.secret, thin.webhook_endpoint?.signing_secret];
  return {
    STRIPE_WEBHOOK_SECRETS_PLATFORM: platformSecrets.filter((secret) => typeof secret === 'string').join(','),
    STRIPE_WEBHOOK_SECRETS_CONNECT: connect.secret ?? '',
  };
}
