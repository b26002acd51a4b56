import { useId, useState } from 'preact/hooks';
import { FormEnd } from '../ui/form-end.tsx';
import { useSend } from '../ui/use-send.ts';

type DisputeAnswerProps = { readonly payment: string; readonly onDone: () => void };

/** Lets the seller answer a dispute with evidence, or give in. */
export function DisputeAnswer({ payment, onDone }: DisputeAnswerProps) {
  const [open, setOpen] = useState<'evidence' | 'accept'>();
  const close = () => setOpen(undefined);
  if (open === 'evidence') return <EvidenceForm payment={payment} onDone={onDone} onCancel={close} />;
  if (open === 'accept') return <AcceptForm payment={payment} onDone={onDone} onCancel={close} />;
  return (
    <div class="actions">
      <button type="button" class="primary" onClick={() => setOpen('evidence')}>
        Answer
      </button>
      <button type="button" onClick={() => setOpen('accept')}>
        Accept dispute
      </button>
    </div>
  );
}

type FormProps = DisputeAnswerProps & { readonly onCancel: () => void };

function EvidenceForm({ payment, onDone, onCancel }: FormProps) {
  const [text, setText] = useState('');
  const { send, busy, refusal, refuse } = useSend();
  const id = useId();

  function submit(event: Event): void {
    event.preventDefault();
    if (text.trim() === '') return refuse('Write what speaks for this payment.');
    void send(`payments/${payment}/evidence`, { text }, onDone);
  }

  return (
    <form class="answer" onSubmit={submit} aria-label="Answer dispute">
      <div class="field">
        <label htmlFor={id}>What speaks for this payment</label>
        <textarea
          id={id}
          rows={4}
          value={text}
          aria-invalid={refusal !== undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-note`} class={refusal ? 'problem' : 'hint'}>
          {refusal ?? 'You can send evidence once. In test mode winning_evidence wins and losing_evidence loses.'}
        </p>
      </div>
      <FormEnd label="Send evidence" busyLabel="Sending…" busy={busy} onCancel={onCancel} />
    </form>
  );
}

function AcceptForm({ payment, onDone, onCancel }: FormProps) {
  const { send, busy, refusal } = useSend();

  function submit(event: Event): void {
    event.preventDefault();
    void send(`payments/${payment}/accept-dispute`, {}, onDone);
  }

  return (
    <form class="answer" onSubmit={submit} aria-label="Accept dispute">
      <p>The customer keeps the money, and this cannot be undone.</p>
      <FormEnd label="Accept dispute" busyLabel="Sending…" busy={busy} refusal={refusal} onCancel={onCancel} />
    </form>
  );
}
