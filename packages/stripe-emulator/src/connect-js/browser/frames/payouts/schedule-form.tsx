import { useState } from 'preact/hooks';
import type { PayoutSchedule } from '../../../frame-data.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';
import { capital, ordinal } from './schedule-words.ts';

type ScheduleFormProps = {
  readonly schedule: PayoutSchedule;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const intervals = {
  daily: 'Every working day',
  weekly: 'Every week',
  monthly: 'Every month',
  manual: 'By hand',
} as const;
const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
/** Stripe pays on the last day of a shorter month. */
const daysOfMonth = Array.from({ length: 31 }, (_, index) => index + 1);

/** Changes when money goes to the bank. */
export function ScheduleForm({ schedule, onDone, onCancel }: ScheduleFormProps) {
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
    <form class="action-form" onSubmit={submit} aria-label="Payout schedule" ref={formRef}>
      <SelectField label="How often" value={interval} options={Object.entries(intervals)} onChoose={setInterval} />
      {interval === 'weekly' && (
        <SelectField
          label="Day of the week"
          value={weekday}
          options={workingDays.map((day) => [day, capital(day)])}
          onChoose={setWeekday}
        />
      )}
      {interval === 'monthly' && (
        <SelectField
          label="Day of the month"
          value={String(monthday)}
          options={daysOfMonth.map((day) => [String(day), ordinal(day)])}
          onChoose={(day) => setMonthday(Number(day))}
        />
      )}
      <FormEnd label="Save schedule" busyLabel="Saving…" busy={busy} refusal={refusal} onCancel={onCancel} />
    </form>
  );
}
