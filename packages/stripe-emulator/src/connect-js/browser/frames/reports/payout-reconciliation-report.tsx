import { useEffect, useState } from 'preact/hooks';
import { useFrame } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { ReportDays } from './report-days.tsx';
import { ReportTable } from './report-table.tsx';

/** What the payouts of some days are made of. */
export function PayoutReconciliationReport() {
  const { conversation, words } = useFrame();
  const [query, setQuery] = useState('');
  const { loaded, isStale, refresh, retry } = useLoaded('payout-report', { query });
  useFresh(() => void refresh());
  const available = loaded.state === 'ready' ? loaded.data.available : undefined;

  useEffect(() => {
    if (available !== undefined) conversation.call('OnReportAvailabilityLoaded', { isReportAvailable: available });
  }, [conversation, available]);

  if (loaded.state === 'failed') return <Failed what="payoutReport" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={words.titles['payout-reconciliation-report']}>
      {loaded.state === 'loading' && <LoadingRows rows={4} />}
      {loaded.state === 'ready' && !loaded.data.available && <Empty words={words.reports.unavailable} />}
      {loaded.state === 'ready' && loaded.data.available && (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          <ReportDays report={loaded.data} name="payouts" onAsk={setQuery} />
          <ReportTable lines={loaded.data.lines} />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}
