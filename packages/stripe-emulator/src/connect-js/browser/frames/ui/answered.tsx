import type { AnsweredFact } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Facts } from './facts.tsx';

/** What was answered, by the labels of the questions. */
export function Answered({ facts }: { facts: readonly AnsweredFact[] }) {
  const { locale } = useFrame().look;
  const told = facts.filter(({ text }) => text !== '');
  if (told.length === 0) return <p class="secondary">Nothing told yet.</p>;
  return <Facts facts={told.map(({ label, text, isDay }) => [label, isDay ? dayOf(text, locale) : text])} />;
}

/** A day of birth is the same day everywhere. */
function dayOf(text: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
}
