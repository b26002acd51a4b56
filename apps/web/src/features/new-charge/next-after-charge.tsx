import type { Charge, Seller } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { paths } from '../../app/paths.ts';
import { lookOnly } from '../../lib/support-view.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { CancelCharge } from './cancel-charge.tsx';
import { draftFromCharge } from './charge-draft.ts';
import { createFillingStore, newFilling } from './charge-filling.ts';

interface NextAfterChargeProps {
  readonly charge: Charge;
  readonly seller: Seller;
}

/** What a seller can do about a charge, depending on how it stands. */
export function NextAfterCharge({ charge, seller }: NextAfterChargeProps): ReactNode {
  if (charge.state === 'creating' || charge.state === 'unknown') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {charge.paymentId === null ? null : (
        <Link href={paths.payment(charge.paymentId)} className={buttonLook('primary')}>
          See the payment
        </Link>
      )}
      {charge.state === 'waiting' ? <CancelCharge charge={charge} /> : null}
      {charge.state === 'failed' || charge.state === 'expired' ? <Again charge={charge} seller={seller} /> : null}
      {charge.state === 'paid' || charge.state === 'canceled' ? (
        <Link href={paths.newCharge} className={buttonLook('plain')}>
          New charge
        </Link>
      ) : null}
    </div>
  );
}

/** Fills the form with what this charge said: a new filling, so that it becomes another charge. */
function Again({ charge, seller }: NextAfterChargeProps): ReactNode {
  const [, navigate] = useLocation();
  const again = (): void => {
    const draft = draftFromCharge(charge);
    if (draft !== undefined) createFillingStore(sessionStorage, seller.sellerId).keep(newFilling(draft));
    navigate(paths.newCharge);
  };
  return (
    <Button variant="primary" off={lookOnly()} onClick={again}>
      {charge.state === 'failed' ? 'Change and try again' : 'Create it again'}
    </Button>
  );
}
