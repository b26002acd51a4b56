import { TEST_ANSWERS } from '../control/test-answers.ts';
import type { Arrival } from '../wire/serve.ts';
import { handInOnboarding } from '../world/onboarding.ts';
import { isFixture } from './older-words.ts';

/**
 * Onboards the account that a fixture of the Stripe CLI sends money to: it was just made, and Stripe's test mode does not
 * ask whether it may have it.
 */
export function onboardDestination({ world, request, params }: Arrival): void {
  if (request.url !== '/v1/transfers' || !isFixture(request)) return;
  const account = world.store.find('account', String(params['destination']));
  if (account?.submittedUnix === null) handInOnboarding(world, account.id, TEST_ANSWERS);
}
