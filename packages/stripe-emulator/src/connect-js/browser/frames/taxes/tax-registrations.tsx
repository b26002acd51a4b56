import { useState } from 'preact/hooks';
import type { TaxRegistrationRow, TaxRegistrations as Registrations } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Empty, Failed, LoadingRows } from '../ui/states.tsx';
import { useOpened } from '../ui/use-opened.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { EndForm } from './end-form.tsx';
import { RegistrationForm } from './registration-form.tsx';
import { RegistrationTable } from './registration-table.tsx';

/** Where the seller collects taxes. */
export function TaxRegistrations() {
  const { titles } = useWords();
  const { loaded, refresh, retry } = useLoaded('tax-registrations');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="taxRegistrations" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles['tax-registrations']}>
      {loaded.state === 'loading' ? (
        <LoadingRows rows={3} />
      ) : (
        <Places registrations={loaded.data} onChanged={() => void refresh()} />
      )}
      <EmulatorMark />
    </section>
  );
}

type Ending = { readonly row: TaxRegistrationRow; readonly button: HTMLButtonElement };
type PlacesProps = { readonly registrations: Registrations; readonly onChanged: () => void };

function Places({ registrations: { rows, places }, onChanged }: PlacesProps) {
  const { conversation, words } = useFrame();
  const { opened, open, opener, close, focusOpener } = useOpened<'add'>();
  const [ending, setEnding] = useState<Ending>();

  function changed(listener: string, id: string): void {
    conversation.call(listener, { id });
    onChanged();
  }

  return (
    <>
      {opened === 'add' ? (
        <RegistrationForm
          places={places}
          onCancel={close}
          onAdded={(id) => {
            close();
            changed('OnAfterTaxRegistrationAdded', id);
          }}
        />
      ) : (
        <div class="toolbar">
          <button
            type="button"
            ref={opener('add')}
            onClick={() => {
              setEnding(undefined);
              open('add');
            }}
          >
            <Icon name="plus" /> {words.taxes.add}
          </button>
        </div>
      )}
      {ending && (
        <EndForm
          key={ending.row.id}
          registration={ending.row}
          onCancel={() => {
            setEnding(undefined);
            ending.button.focus();
          }}
          onEnded={(id) => {
            setEnding(undefined);
            focusOpener('add');
            changed('OnAfterTaxRegistrationExpired', id);
          }}
        />
      )}
      {rows.length > 0 ? (
        <RegistrationTable
          rows={rows}
          onEnd={(row, button) => {
            close();
            setEnding({ row, button });
          }}
        />
      ) : (
        <Empty words={words.taxes.none} />
      )}
    </>
  );
}
