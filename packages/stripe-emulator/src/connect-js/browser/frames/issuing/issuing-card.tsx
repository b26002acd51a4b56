import { useState } from 'preact/hooks';
import type { IssuedCards } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { CardDetails } from './card-details.tsx';

/** One card: the one that the page names, otherwise the first; the others by choice, where the page lets one switch. */
export function IssuingCard() {
  const { titles } = useWords();
  const { loaded, refresh, retry } = useLoaded('issuing-cards');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="card" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles['issuing-card']}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <Chosen issued={loaded.data} onChanged={() => void refresh()} />
      )}
      <EmulatorMark />
    </section>
  );
}

function Chosen({ issued, onChanged }: { issued: IssuedCards; onChanged: () => void }) {
  const { values, words } = useFrame();
  const { defaultCard, cardSwitching } = values;
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? defaultCard;
  const card = issued.cards.find(({ id }) => id === wanted) ?? issued.cards[0];
  if (card === undefined) return <Empty words={words.cards.noneOfYours} />;
  return (
    <>
      {cardSwitching !== false && issued.cards.length > 1 && (
        <div class="switcher">
          <SelectField
            label={words.cards.heads.card}
            value={card.id}
            options={issued.cards.map(({ id, cardholder, last4 }) => [id, `${cardholder} •••• ${last4}`])}
            onChoose={setChosen}
          />
        </div>
      )}
      <CardDetails key={card.id} card={card} rights={issued} onChanged={onChanged} />
    </>
  );
}
