import { fastify } from 'fastify';
import { createStripe, type StripeDoor } from '../index.ts';

/** Opens the door to whatever answers at an address. */
export function testDoor(apiBase: string): StripeDoor {
  const { log } = fastify({ logger: false });
  return createStripe(
    {
      stripe: {
        access: {
          test: {
            secretKey: 'sk_test_1234567890',
            publishableKey: 'pk_test_1234567890',
            webhookSecrets: { platform: [], connect: [] },
            apiBase,
          },
        },
        accountsApi: 'v2',
        connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
        dashboardUrl: 'https://dashboard.stripe.com',
      },
    },
    log,
  );
}
