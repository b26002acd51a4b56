import type { PayoutOverview } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
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
  const { titles } = useWords();
  const { loaded, refresh, retry } = useLoaded('payout-overview');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="payouts" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles.payouts}>
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
  const words = useWords();
  const { payouts } = words;
  const { opened, open, opener, close } = useOpened<'instant' | 'schedule'>();
  const { next, bank, schedule, mayEditSchedule, instant } = overview;
  const done = (): void => {
    close();
    onChanged();
  };
  return (
    <div class="overview">
      <div>
        <p class="secondary">{payouts.nextPayout}</p>
        {next ? (
          <p class="big">
            <Money amount={next.amount} currency={next.currency} code />
          </p>
        ) : (
          <p class="big quieter">{payouts.nonePlanned}</p>
        )}
        {next && <p class="secondary">{payouts.arrivesAbout(<Moment unix={next.arrivalUnix} day />)}</p>}
        {instant && opened === undefined && (
          <button type="button" class="link" ref={opener('instant')} onClick={() => open('instant')}>
            {payouts.instant.payOut}
          </button>
        )}
      </div>
      <div>
        <p class="secondary">{payouts.heads.bank}</p>
        <p>{bank ? <BankName bank={bank} /> : payouts.noBank}</p>
      </div>
      <div>
        <p class="secondary">{payouts.schedule}</p>
        <p>{scheduleSentence(schedule, words)}</p>
        {mayEditSchedule && opened === undefined && (
          <button type="button" class="link" ref={opener('schedule')} onClick={() => open('schedule')}>
            {payouts.editSchedule}
          </button>
        )}
      </div>
      {opened === 'schedule' && <ScheduleForm schedule={schedule} onCancel={close} onDone={done} />}
      {opened === 'instant' && instant && <InstantForm offer={instant} onCancel={close} onDone={done} />}
    </div>
  );
}
