import { createAccount, createOnboardingLink } from '@sellerdesk/contract';
import { api } from '../../lib/api.ts';
import type { OnboardingDoor } from './use-onboarding-link.ts';

/** The way to Stripe's onboarding page through our server. */
export const onboardingDoor: OnboardingDoor = {
  createAccount: () => api(createAccount, { body: {} }),
  createLink: () => api(createOnboardingLink, { body: {} }),
  leave: (url) => globalThis.location.assign(url),
};
