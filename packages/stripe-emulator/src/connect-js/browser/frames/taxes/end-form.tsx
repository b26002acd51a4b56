import { useEffect, useRef } from 'preact/hooks';
import type { TaxRegistrationRow } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { useSend } from '../ui/use-send.ts';
import { placeName } from './places.ts';

type EndFormProps = {
  readonly registration: TaxRegistrationRow;
  readonly onEnded: (id: string) => void;
  readonly onCancel: () => void;
};

/** Asks once more: what has ended does not begin again. */
export function EndForm({ registration: { id, country, state }, onEnded, onCancel }: EndFormProps) {
  const { taxes, language } = useWords();
  const { ending } = taxes;
  const { send, busy, refusal } = useSend();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headingRef.current?.focus(), []);

  function submit(event: Event): void {
    event.preventDefault();
    void send(`tax-registrations/${id}/expire`, {}, () => onEnded(id));
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={ending.label}>
      <h3 tabIndex={-1} ref={headingRef}>
        {ending.title(placeName(country, state, language))}
      </h3>
      <p class="secondary">{ending.text}</p>
      <FormEnd
        label={ending.label}
        busyLabel={ending.busy}
        cancelLabel={ending.keep}
        busy={busy}
        refusal={refusal}
        onCancel={onCancel}
        isFinal
      />
    </form>
  );
}
