import type { Account } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { NextStep } from './account-standing.ts';
import type { OnboardingLink } from './use-onboarding-link.ts';

interface NextStepProps {
  readonly step: NextStep;
  readonly account: Account | null;
  readonly link: OnboardingLink;
}

const linkLabels = { 'set-up': 'Set up payments', continue: 'Continue with Stripe' };

/** The one thing to do next; nothing is made at Stripe before it is pressed. */
export function NextStepButton({ step, account, link }: NextStepProps): ReactNode {
  if (step === 'go-home') {
    return (
      <Link href={paths.home} className={buttonLook('primary')}>
        Go to Home
      </Link>
    );
  }
  if (step === 'open-stripe' || step === 'contact-stripe') return <StripeLink step={step} account={account} />;
  return (
    <div className="grid gap-3">
      {link.problem === undefined ? null : (
        <Notice tone="danger" title="Stripe's page could not be opened">
          <ProblemWords problem={link.problem} />
        </Notice>
      )}
      <Button variant="primary" busy={link.state === 'working'} onClick={link.open}>
        {link.state === 'working' ? 'Opening Stripe…' : linkLabels[step]}
      </Button>
      <p className="text-muted">Stripe asks on its own page, and brings you back here.</p>
    </div>
  );
}

const STRIPE_SUPPORT = 'https://support.stripe.com/contact';

function StripeLink({ step, account }: Pick<NextStepProps, 'step' | 'account'>): ReactNode {
  const dashboard = account?.dashboard.links?.account;
  const href = step === 'open-stripe' && dashboard !== undefined ? dashboard : STRIPE_SUPPORT;
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonLook('primary')}>
      {href === STRIPE_SUPPORT ? 'Contact Stripe' : 'Open in Stripe'}
    </a>
  );
}
