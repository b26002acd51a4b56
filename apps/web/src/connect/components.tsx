import {
  ConnectBalances,
  ConnectNotificationBanner,
  ConnectPaymentDetails,
  ConnectPayments,
  ConnectPayouts,
  ConnectPayoutsList,
} from '@stripe/react-connect-js';
import { type ReactNode, useState } from 'react';
import { isSupportView } from '../lib/support-view.ts';
import { EmbeddedComponent } from './embedded-component.tsx';
import { LeftOut } from './left-out.tsx';

interface ComponentProps {
  /** Stands there while the account has nothing to show. */
  readonly nothing: ReactNode;
}

/** What Stripe needs from the seller. Most of the time it is empty, and then it takes no room. */
export function NotificationBanner(): ReactNode {
  const [total, setTotal] = useState(0);
  // Stripe asks the seller in it, and takes the answers there.
  if (isSupportView()) return null;
  return (
    <div className={total === 0 ? undefined : 'pb-6'}>
      <EmbeddedComponent label="notices" place={{ to: 'home' }} nothing={null} quiet>
        {(listeners) => (
          <ConnectNotificationBanner {...listeners} onNotificationsChange={({ total: now }) => setTotal(now)} />
        )}
      </EmbeddedComponent>
    </div>
  );
}

/** What the seller has: available and on the way, in every currency. */
export function Balances({ nothing }: ComponentProps): ReactNode {
  if (isSupportView()) return <LeftOut>the balance</LeftOut>;
  return (
    <EmbeddedComponent label="balances" place={{ to: 'balances' }} room={{ wide: 224, narrow: 355 }} nothing={nothing}>
      {(listeners) => <ConnectBalances {...listeners} />}
    </EmbeddedComponent>
  );
}

interface PaymentsProps extends ComponentProps {
  readonly onFailing?: (failing: boolean) => void;
}

/** All payments, with filters; one opens its details above them. */
export function Payments(props: PaymentsProps): ReactNode {
  return (
    <EmbeddedComponent label="payments" place={{ to: 'payments' }} room={{ wide: 480, narrow: 480 }} {...props}>
      {(listeners) => <ConnectPayments {...listeners} />}
    </EmbeddedComponent>
  );
}

interface PaymentDetailsProps {
  readonly paymentId: string;
  /** Says nothing when it fails. */
  readonly quiet: boolean;
  readonly onClose: () => void;
}

/** One payment, above the page. */
export function PaymentDetails({ paymentId, quiet, onClose }: PaymentDetailsProps): ReactNode {
  return (
    <EmbeddedComponent
      label="the payment"
      place={{ to: 'payment', id: paymentId }}
      nothing={null}
      overlay
      quiet={quiet}
    >
      {(listeners) => <ConnectPaymentDetails {...listeners} payment={paymentId} onClose={onClose} />}
    </EmbeddedComponent>
  );
}

/** The balance, when the next payout comes, and the payouts there were. */
export function Payouts({ nothing }: ComponentProps): ReactNode {
  if (isSupportView()) return <PayoutsLookedAt nothing={nothing} />;
  return (
    <EmbeddedComponent label="payouts" place={{ to: 'payouts' }} room={{ wide: 264, narrow: 408 }} nothing={nothing}>
      {(listeners) => <ConnectPayouts {...listeners} />}
    </EmbeddedComponent>
  );
}

/** What Stripe shows of payouts without the right to make any. */
function PayoutsLookedAt({ nothing }: ComponentProps): ReactNode {
  return (
    <div className="grid gap-6">
      <LeftOut>the balance and the next payout</LeftOut>
      <EmbeddedComponent label="payouts" place={{ to: 'payouts' }} room={{ wide: 160, narrow: 160 }} nothing={nothing}>
        {(listeners) => <ConnectPayoutsList {...listeners} />}
      </EmbeddedComponent>
    </div>
  );
}
