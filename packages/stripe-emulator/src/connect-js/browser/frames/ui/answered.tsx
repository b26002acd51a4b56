import { type Fact, factInWords } from '../../../../onboarding/facts.ts';
import { useFrame } from '../frame-context.ts';
import { Facts } from './facts.tsx';

/** What was answered, by the labels of the questions. */
export function Answered({ facts }: { facts: readonly Fact[] }) {
  const { look, words } = useFrame();
  const told = facts.filter(({ text }) => text !== '');
  if (told.length === 0) return <p class="secondary">{words.common.nothingTold}</p>;
  return (
    <Facts
      facts={told.map((fact) => [
        words.fields[fact.word].label,
        fact.kind === 'day' ? dayOf(fact.text, look.locale) : factInWords(fact, words),
      ])}
    />
  );
}

/** A day of birth is the same day everywhere. */
function dayOf(text: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
}
