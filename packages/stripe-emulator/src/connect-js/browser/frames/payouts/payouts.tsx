import { useState } from 'preact/hooks';
import type { PayoutOverview } from '../../../frame-data.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { BankName } from './bank-name.tsx';
import { PayoutRows } from './payouts-list.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { scheduleSentence } from './schedule-words.ts';

/** When the next money comes, where it goes, how often, and what came before. */
export function Payouts() {
  const { loaded, refresh, retry } = useLoaded('payout-overview');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="Payouts" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label="Payouts">
      {loaded.state === 'loading' ? (
        <LoadingRows rows={2} />
      ) : (
        <Overview overview={loaded.data} onChanged={() => void refresh()} />
      )}
      <PayoutRows />
      <EmulatorMark />
    </section>
  );
}

function Overview({ overview, onChanged }: { overview: PayoutOverview; onChanged: () => void }) {
  const [editing, setEditing] = useState(false);
  const { next, bank, schedule, mayEditSchedule } = overview;
  return (
    <div class="overview">
      <div>
        <p class="secondary">Next payout</p>
        {next ? (
          <p class="big">
            <Money amount={next.amount} currency={next.currency} code />
          </p>
        ) : (
          <p class="big quieter">None planned</p>
        )}
        {next && (
          <p class="secondary">
            Arrives about <Moment unix={next.arrivalUnix} day />
          </p>
        )}
      </div>
      <div>
        <p class="secondary">Bank account</p>
        <p>{bank ? <BankName bank={bank} /> : 'No bank account yet'}</p>
      </div>
      <div>
        <p class="secondary">Schedule</p>
        <p>{scheduleSentence(schedule)}</p>
        {mayEditSchedule && !editing && (
          <button type="button" class="link" onClick={() => setEditing(true)}>
            Edit schedule
          </button>
        )}
      </div>
      {editing && (
        <ScheduleForm
          schedule={schedule}
          onCancel={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
