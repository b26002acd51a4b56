import { useEffect, useRef, useState } from 'preact/hooks';
import type { IssuedCards } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { CardDetails } from './card-details.tsx';
import { CardTable } from './card-table.tsx';

/** Every card of the account, or of the program that the page names. */
export function IssuingCardsList() {
  const { values, words } = useFrame();
  const { issuingProgram } = values;
  const query = typeof issuingProgram === 'string' ? `program=${encodeURIComponent(issuingProgram)}` : '';
  const { loaded, isStale, refresh, retry } = useLoaded('issuing-cards', { query });
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="cards" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={words.titles['issuing-cards-list']}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
          <Cards issued={loaded.data} onChanged={() => void refresh()} />
        </div>
      )}
      <EmulatorMark />
    </section>
  );
}

function Cards({ issued, onChanged }: { issued: IssuedCards; onChanged: () => void }) {
  const { cards } = useWords();
  const [opened, setOpened] = useState<string>();
  const [last, setLast] = useState<string>();
  const card = issued.cards.find(({ id }) => id === opened);
  if (issued.cards.length === 0) {
    return <Empty words={cards.none} />;
  }
  if (card === undefined) return <CardTable cards={issued.cards} left={last} onOpen={setOpened} />;
  return (
    <>
      <BackButton
        onBack={() => {
          setLast(opened);
          setOpened(undefined);
        }}
      />
      <CardDetails card={card} rights={issued} onChanged={onChanged} />
    </>
  );
}

/** The way back to the list; it has the keyboard as soon as a card is opened. */
function BackButton({ onBack }: { onBack: () => void }) {
  const { cards } = useWords();
  const buttonRef = useRef<HTMLButtonElement>(null);
  useEffect(() => buttonRef.current?.focus(), []);
  return (
    <button type="button" class="link" onClick={onBack} ref={buttonRef}>
      <Icon name="previous" /> {cards.all}
    </button>
  );
}
