import { useEffect } from 'preact/hooks';
import { useFrame } from '../frame-context.ts';
import { DisputeNotice } from '../payments/dispute-notice.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';

/** The disputes of the payment that the page names; without one, or without disputes, it takes no room. */
export function PaymentDisputes() {
  const { payment } = useFrame().values;
  return typeof payment === 'string' && payment !== '' ? <DisputesOf key={payment} payment={payment} /> : null;
}

function DisputesOf({ payment }: { payment: string }) {
  const { conversation, words } = useFrame();
  const { loaded, refresh, retry } = useLoaded('payments/:id', { id: payment });
  useFresh(() => void refresh());
  const dispute = loaded.state === 'ready' ? loaded.data.dispute : undefined;
  const total = dispute === undefined ? undefined : Number(dispute !== null);

  useEffect(() => {
    if (total !== undefined) conversation.call('OnDisputesLoaded', { total });
  }, [conversation, total]);

  if (loaded.state === 'loading') return <LoadingRows rows={2} />;
  if (loaded.state === 'failed') return <Failed what="disputes" failure={loaded.failure} retry={retry} />;
  if (!dispute) return null;
  return (
    <section class="panel" aria-label={words.disputes.ofThisPayment}>
      <DisputeNotice payment={payment} dispute={dispute} onChanged={() => void refresh()} />
      <EmulatorMark />
    </section>
  );
}
