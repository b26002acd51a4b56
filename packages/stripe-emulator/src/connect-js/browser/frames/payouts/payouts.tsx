import type { PayoutOverview } from '../../../frame-data.ts';
import { InstantForm } from '../instant/instant-form.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useOpened } from '../ui/use-opened.ts';
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
  const { opened, open, opener, close } = useOpened<'instant' | 'schedule'>();
  const { next, bank, schedule, mayEditSchedule, instant } = overview;
  const done = (): void => {
    close();
    onChanged();
  };
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
        {instant && opened === undefined && (
          <button type="button" class="link" ref={opener('instant')} onClick={() => open('instant')}>
            Pay out instantly
          </button>
        )}
      </div>
      <div>
        <p class="secondary">Bank account</p>
        <p>{bank ? <BankName bank={bank} /> : 'No bank account yet'}</p>
      </div>
      <div>
        <p class="secondary">Schedule</p>
        <p>{scheduleSentence(schedule)}</p>
        {mayEditSchedule && opened === undefined && (
          <button type="button" class="link" ref={opener('schedule')} onClick={() => open('schedule')}>
            Edit schedule
          </button>
        )}
      </div>
      {opened === 'schedule' && <ScheduleForm schedule={schedule} onCancel={close} onDone={done} />}
      {opened === 'instant' && instant && <InstantForm offer={instant} onCancel={close} onDone={done} />}
    </div>
  );
}
