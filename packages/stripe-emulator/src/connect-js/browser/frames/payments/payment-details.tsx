import { useState } from 'preact/hooks';
import type { PaymentDetails as Details } from '../../../frame-data.ts';
import { paymentFailureInWords } from '../../../in-words.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { CaptureForm } from './capture-form.tsx';
import { DisputeNotice } from './dispute-notice.tsx';
import { PaymentFacts, PaymentSum, PaymentTimeline } from './payment-sections.tsx';
import { paymentTones } from './payment-status.ts';
import { RefundForm } from './refund-form.tsx';

/** One payment above the page: what happened to it, what the seller gets, and what the session lets them do. */
export function PaymentDetails() {
  const { values, words } = useFrame();
  const id = typeof values['payment'] === 'string' ? values['payment'] : '';
  const { loaded, refresh, retry } = useLoaded('payments/:id', { id });
  useFresh(() => void refresh());
  return (
    <Overlay title={words.titles['payment-details']}>
      {loaded.state === 'loading' && <LoadingRows rows={8} />}
      {loaded.state === 'failed' && <Failed what="payment" failure={loaded.failure} retry={retry} />}
      {loaded.state === 'ready' && <Payment payment={loaded.data} onChanged={() => void refresh()} />}
    </Overlay>
  );
}

function Payment({ payment, onChanged }: { payment: Details; onChanged: () => void }) {
  const words = useWords();
  return (
    <>
      <PaymentHeading payment={payment} />
      <PaymentActions payment={payment} onChanged={onChanged} />
      {payment.dispute && <DisputeNotice payment={payment.id} dispute={payment.dispute} onChanged={onChanged} />}
      {payment.failure && <p class="notice danger">{paymentFailureInWords(payment.failure, words)}</p>}
      <PaymentSum payment={payment} />
      <PaymentTimeline entries={payment.timeline} currency={payment.currency} />
      <PaymentFacts payment={payment} />
    </>
  );
}

function PaymentHeading({ payment }: { payment: Details }) {
  const { payments } = useWords();
  return (
    <div class="heading">
      <p class="big">
        <Money amount={payment.amount} currency={payment.currency} code />
        <Badge tone={paymentTones[payment.status]}>{payments.statuses[payment.status]}</Badge>
      </p>
      <p class="secondary">
        {payment.customer && <>{payments.from(payment.customer)} · </>}
        <Moment unix={payment.createdUnix} />
      </p>
    </div>
  );
}

function PaymentActions({ payment, onChanged }: { payment: Details; onChanged: () => void }) {
  const [open, setOpen] = useState<'refund' | 'capture'>();
  const { payments } = useWords();
  const close = () => setOpen(undefined);
  function done(): void {
    close();
    onChanged();
  }
  if (open === 'refund') return <RefundForm payment={payment} onDone={done} onCancel={close} />;
  if (open === 'capture') return <CaptureForm payment={payment} onDone={done} onCancel={close} />;
  if (payment.refundable === 0 && payment.capturable === 0) return null;
  return (
    <div class="actions">
      {payment.capturable > 0 && (
        <button type="button" class="primary" onClick={() => setOpen('capture')}>
          {payments.capture.title}
        </button>
      )}
      {payment.refundable > 0 && (
        <button type="button" onClick={() => setOpen('refund')}>
          {payments.refund.title}
        </button>
      )}
    </div>
  );
}
