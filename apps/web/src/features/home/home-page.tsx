import type { ReactNode } from 'react';
import { Balances, NotificationBanner } from '../../connect/components.tsx';
import { useSeller } from '../../lib/seller.ts';
import { FirstSteps } from './first-steps.tsx';

interface HomePageProps {
  /** What our own knowledge of the account says to do; nothing when all is well. */
  readonly notice: ReactNode;
  /** The charges made last. */
  readonly charges: ReactNode;
}

/** Is anything wrong, what do I have, how is business: in this order. */
export function HomePage({ notice, charges }: HomePageProps): ReactNode {
  const { account } = useSeller();
  return (
    <>
      {notice}
      {account?.detailsSubmitted === true ? <Business charges={charges} /> : <FirstSteps />}
    </>
  );
}

function Business({ charges }: { readonly charges: ReactNode }): ReactNode {
  return (
    <>
      <NotificationBanner />
      <div className="grid gap-6">
        <section aria-labelledby="balance" className="card grid gap-4">
          <h2 id="balance" className="text-lg font-heading">
            Balance
          </h2>
          <Balances nothing={<NoBalance />} />
        </section>
        {charges}
      </div>
    </>
  );
}

function NoBalance(): ReactNode {
  return <p className="text-muted">What you have will stand here once your account is set up.</p>;
}
