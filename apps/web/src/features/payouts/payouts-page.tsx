import type { ReactNode } from 'react';
import { Payouts } from '../../connect/components.tsx';
import { NotSetUp } from '../../connect/not-set-up.tsx';
import { useSeller } from '../../lib/seller.ts';

/** What is on its way to the bank, and what arrived. */
export function PayoutsPage(): ReactNode {
  const { account } = useSeller();
  return (
    <section aria-label="Payouts" className="card">
      {account === null ? <NoPayouts /> : <Payouts nothing={<NoPayouts />} />}
    </section>
  );
}

function NoPayouts(): ReactNode {
  return (
    <NotSetUp title="Your payouts will be here">
      What is on its way to your bank, when it arrives, and what is in it. First tell Stripe who you are and where your
      money goes.
    </NotSetUp>
  );
}
