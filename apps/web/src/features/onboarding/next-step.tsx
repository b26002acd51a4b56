import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { OpenInStripe } from '../../connect/open-in-stripe.tsx';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { lookOnly } from '../../lib/support-view.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { NextStep } from './account-standing.ts';
import type { OnboardingLink } from './use-onboarding-link.ts';

interface NextStepProps {
  readonly step: NextStep;
  readonly link: OnboardingLink;
}

const linkLabels = { 'set-up': 'Set up payments', continue: 'Continue with Stripe' };

/** The one thing to do next; nothing is made at Stripe before it is pressed. */
export function NextStepButton({ step, link }: NextStepProps): ReactNode {
  if (step === 'go-home') {
    return (
      <Link href={paths.home} className={buttonLook('primary')}>
        Go to Home
      </Link>
    );
  }
  if (step === 'open-stripe') return <OpenInStripe place={{ to: 'account' }} variant="primary" />;
  if (step === 'contact-stripe') {
    return (
      <a href="https://support.stripe.com/contact" target="_blank" rel="noreferrer" className={buttonLook('primary')}>
        Contact Stripe
      </a>
    );
  }
  return (
    <div className="grid gap-3">
      {link.problem === undefined ? null : (
        <Notice tone="danger" title="Stripe's page could not be opened">
          <ProblemWords problem={link.problem} />
        </Notice>
      )}
      <Button variant="primary" busy={link.state === 'working'} off={lookOnly()} onClick={link.open}>
        {link.state === 'working' ? 'Opening Stripe…' : linkLabels[step]}
      </Button>
      <p className="text-muted">Stripe asks on its own page, and brings you back here.</p>
    </div>
  );
}
