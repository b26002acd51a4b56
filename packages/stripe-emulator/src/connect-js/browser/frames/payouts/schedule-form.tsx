import { useState } from 'preact/hooks';
import type { PayoutSchedule } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';
import { weekdayName, workingDays } from './schedule-words.ts';

type ScheduleFormProps = {
  readonly schedule: PayoutSchedule;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Stripe pays on the last day of a shorter month. */
const daysOfMonth = Array.from({ length: 31 }, (_, index) => index + 1);

/** Changes when money goes to the bank. */
export function ScheduleForm({ schedule, onDone, onCancel }: ScheduleFormProps) {
  const words = useWords();
  const { scheduleForm } = words.payouts;
  const [interval, setInterval] = useState<string>(schedule.interval);
  const [weekday, setWeekday] = useState(schedule.weeklyDays[0] ?? 'monday');
  const [monthday, setMonthday] = useState(schedule.monthlyDays[0] ?? 1);
  const { send, busy, refusal } = useSend();
  const formRef = useFirstField();

  function submit(event: Event): void {
    event.preventDefault();
    const days = {
      ...(interval === 'weekly' && { weeklyDays: [weekday] }),
      ...(interval === 'monthly' && { monthlyDays: [monthday] }),
    };
    void send('payout-schedule', { interval, ...days }, onDone);
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={scheduleForm.label} ref={formRef}>
      <SelectField
        label={scheduleForm.howOften}
        value={interval}
        options={Object.entries(scheduleForm.intervals)}
        onChoose={setInterval}
      />
      {interval === 'weekly' && (
        <SelectField
          label={scheduleForm.weekday}
          value={weekday}
          options={workingDays.map((day) => [day, weekdayName(day, words)])}
          onChoose={setWeekday}
        />
      )}
      {interval === 'monthly' && (
        <SelectField
          label={scheduleForm.monthday}
          value={String(monthday)}
          options={daysOfMonth.map((day) => [String(day), scheduleForm.dayOfMonth(day)])}
          onChoose={(day) => setMonthday(Number(day))}
        />
      )}
      <FormEnd
        label={scheduleForm.submit}
        busyLabel={words.common.saving}
        busy={busy}
        refusal={refusal}
        onCancel={onCancel}
      />
    </form>
  );
}
