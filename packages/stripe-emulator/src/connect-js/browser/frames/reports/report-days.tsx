import { useId, useState } from 'preact/hooks';
import type { Report } from '../../../frame-data.ts';
import { reportCsv } from '../../../report-csv.ts';
import type { Words } from '../../../../words/english.ts';
import { useWords } from '../frame-context.ts';
import { saveFile } from '../save-file.ts';

type ReportDaysProps = {
  readonly report: Report;
  readonly name: keyof Words['reports']['daysOf'];
  readonly onAsk: (query: string) => void;
};

/** The days that a report is about, and the report as a file. */
export function ReportDays({ report, name, onAsk }: ReportDaysProps) {
  const words = useWords();
  const { common, reports } = words;
  const [from, setFrom] = useState(dayOf(report.fromUnix));
  const [to, setTo] = useState(dayOf(report.toUnix));
  const wrong = from === '' || to === '' || from > to;

  function submit(event: Event): void {
    event.preventDefault();
    if (!wrong) onAsk(`from=${startOf(from)}&to=${startOf(to) + SECONDS_PER_DAY - 1}`);
  }

  return (
    <form class="filter-form" onSubmit={submit} aria-label={reports.daysOf[name]}>
      <Day label={common.from} day={from} onDay={setFrom} />
      <Day label={common.to} day={to} onDay={setTo} />
      <button type="submit" class="primary" disabled={wrong}>
        {reports.show}
      </button>
      <button type="button" onClick={() => saveFile(`${name}-${from}-${to}.csv`, 'text/csv', reportCsv(report, words))}>
        {reports.downloadCsv}
      </button>
    </form>
  );
}

function Day({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={day} onInput={(event) => onDay(event.currentTarget.value)} />
    </div>
  );
}

const SECONDS_PER_DAY = 86_400;

function dayOf(unix: number): string {
  return new Date(unix * 1000).toISOString().slice(0, 10);
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
