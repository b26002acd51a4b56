import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useSeller } from '../../lib/seller.ts';
import { type AccountStanding, standingOfAccount } from './account-standing.ts';
import { takeAutomaticLink } from './automatic-link.ts';
import { NextStepButton } from './next-step.tsx';
import { onboardingDoor } from './onboarding-door.ts';
import { StandingPanel } from './standing-panel.tsx';
import { useOnboardingLink } from './use-onboarding-link.ts';

/** Long enough to read the sentence before the page is left. */
const READING_MS = 1_500;

const linkUsed: AccountStanding = {
  title: 'That link had already been used',
  body: 'Here is a new one. It takes you back to Stripe, where you left off.',
  tone: 'neutral',
  nextStep: 'continue',
};

/** Where Stripe sends a seller whose link does not work any more: makes a new one, and goes there. */
export function OnboardingRefreshPage(): ReactNode {
  const seller = useSeller();
  const link = useOnboardingLink(seller.account !== null, onboardingDoor);
  const now = standingOfAccount(seller);
  const unfinished = now.nextStep === 'set-up' || now.nextStep === 'continue';
  useOpenOnce(unfinished, link.open);
  const standing = unfinished ? linkUsed : now;
  return (
    <StandingPanel standing={standing} account={unfinished ? null : seller.account}>
      <NextStepButton step={standing.nextStep} link={link} />
    </StandingPanel>
  );
}

function useOpenOnce(wanted: boolean, open: () => void): void {
  const openIfAllowed = useEffectEvent(() => {
    if (takeAutomaticLink(sessionStorage, Date.now())) open();
  });
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => openIfAllowed(), READING_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
}
