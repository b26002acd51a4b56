import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/paths.ts';
import { PaymentDetails, Payments } from '../../connect/components.tsx';
import { NotSetUp } from '../../connect/not-set-up.tsx';
import { useSeller } from '../../lib/seller.ts';

/** All payments, and above them the one that the address names. */
export function PaymentsPage({ paymentId }: { readonly paymentId: string | undefined }): ReactNode {
  const { account } = useSeller();
  const [, navigate] = useLocation();
  const [listFailing, setListFailing] = useState(false);
  if (account === null)
    return (
      <div className="card">
        <NoPayments />
      </div>
    );
  return (
    <>
      {paymentId === undefined ? null : (
        // It opens above the page: only what is said in its place takes room.
        <div className="has-[[role=alert]]:pb-6">
          <PaymentDetails
            key={paymentId}
            paymentId={paymentId}
            // What keeps the list away keeps the payment away: it is said once.
            quiet={listFailing}
            onClose={() => navigate(paths.payments)}
          />
        </div>
      )}
      <section aria-label="Payments" className="card">
        <Payments nothing={<NoPayments />} onFailing={setListFailing} />
      </section>
    </>
  );
}

function NoPayments(): ReactNode {
  return (
    <NotSetUp title="Your payments will be here">
      Every payment your customers make, with its fees and its refunds. First tell Stripe who you are and where your
      money goes.
    </NotSetUp>
  );
}
