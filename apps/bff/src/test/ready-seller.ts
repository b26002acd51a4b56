import { createAccount, refreshAccount } from '@sellerdesk/contract';
import type { SignedUp } from './bare-test-app.ts';
import type { TestApp } from './test-app.ts';

/** A seller who takes payments. */
export interface ReadySeller extends SignedUp {
  readonly stripeAccountId: string;
}

/** Signs a seller up and takes them through onboarding. */
export async function signUpReady(server: TestApp, details: { readonly country?: string } = {}): Promise<ReadySeller> {
  const seller = await server.signUp(details);
  const { stripeAccountId } = await seller.client(createAccount, { body: {} });
  server.emulator.control.completeOnboarding(stripeAccountId);
  await seller.client(refreshAccount, { body: {} });
  return { ...seller, stripeAccountId };
}
