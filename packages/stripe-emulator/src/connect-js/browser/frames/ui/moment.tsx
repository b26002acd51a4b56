import { useFrame } from '../frame-context.ts';
import { formatDay, formatExactly, formatMoment } from '../../../format.ts';

/** A moment or a day as people say it, exact on hover. */
export function Moment({ unix, day }: { unix: number; day?: boolean }) {
  const { locale } = useFrame().look;
  return (
    <time dateTime={new Date(unix * 1000).toISOString()} title={formatExactly(unix, locale)}>
      {day ? formatDay(unix, locale) : formatMoment(unix, locale)}
    </time>
  );
}
