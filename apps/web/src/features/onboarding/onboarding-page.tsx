import type { ReactNode } from 'react';
import { useSeller } from '../../lib/seller.ts';
import { standingOfAccount } from './account-standing.ts';
import { NextStepButton } from './next-step.tsx';
import { onboardingDoor } from './onboarding-door.ts';
import { StandingPanel } from './standing-panel.tsx';
import { useOnboardingLink } from './use-onboarding-link.ts';

/** Where the seller stands with Stripe, and the one thing to do about it. */
export function OnboardingPage(): ReactNode {
  const seller = useSeller();
  const link = useOnboardingLink(seller.account !== null, onboardingDoor);
  const standing = standingOfAccount(seller);
  return (
    <StandingPanel standing={standing} account={seller.account}>
      <NextStepButton step={standing.nextStep} link={link} />
    </StandingPanel>
  );
}
