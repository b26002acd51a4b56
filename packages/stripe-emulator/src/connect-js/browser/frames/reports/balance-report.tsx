import { useState } from 'preact/hooks';
import type { ReportTotal } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Money } from '../ui/money.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { ReportDays } from './report-days.tsx';
import { ReportTable } from './report-table.tsx';

/** What came to the balance and left it, between two days. */
export function BalanceReport() {
  const { titles } = useWords();
  const [query, setQuery] = useState('');
  const { loaded, isStale, refresh, retry } = useLoaded('balance-report', { query });
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="balanceReport" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles['balance-report']}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={4} />
      ) : (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          <ReportDays report={loaded.data} name="balance" onAsk={setQuery} />
          {loaded.data.totals.map((total) => (
            <Total key={total.currency} total={total} />
          ))}
          <ReportTable lines={loaded.data.lines} />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}

function Total({ total: { currency, before, activity, after } }: { total: ReportTotal }) {
  const { reports } = useWords();
  return (
    <dl class="sum">
      <div>
        <dt>{reports.before}</dt>
        <dd>
          <Money amount={before} currency={currency} code />
        </dd>
      </div>
      <div>
        <dt>{reports.activity}</dt>
        <dd>
          <Money amount={activity} currency={currency} code />
        </dd>
      </div>
      <div class="total">
        <dt>{reports.after}</dt>
        <dd>
          <Money amount={after} currency={currency} code />
        </dd>
      </div>
    </dl>
  );
}
