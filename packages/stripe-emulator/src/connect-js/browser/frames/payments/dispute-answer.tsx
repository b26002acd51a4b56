import { useId, useState } from 'preact/hooks';
import { useWords } from '../frame-context.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { useSend } from '../ui/use-send.ts';

type DisputeAnswerProps = { readonly payment: string; readonly onDone: () => void };

/** Lets the seller answer a dispute with evidence, or give in. */
export function DisputeAnswer({ payment, onDone }: DisputeAnswerProps) {
  const [open, setOpen] = useState<'evidence' | 'accept'>();
  const { disputes } = useWords();
  const close = () => setOpen(undefined);
  if (open === 'evidence') return <EvidenceForm payment={payment} onDone={onDone} onCancel={close} />;
  if (open === 'accept') return <AcceptForm payment={payment} onDone={onDone} onCancel={close} />;
  return (
    <div class="actions">
      <button type="button" class="primary" onClick={() => setOpen('evidence')}>
        {disputes.answer}
      </button>
      <button type="button" onClick={() => setOpen('accept')}>
        {disputes.accept}
      </button>
    </div>
  );
}

type FormProps = DisputeAnswerProps & { readonly onCancel: () => void };

function EvidenceForm({ payment, onDone, onCancel }: FormProps) {
  const { common, disputes } = useWords();
  const [text, setText] = useState('');
  const { send, busy, refusal, refuse } = useSend();
  const id = useId();

  function submit(event: Event): void {
    event.preventDefault();
    if (text.trim() === '') return refuse((words) => words.disputes.noEvidence);
    void send(`payments/${payment}/evidence`, { text }, onDone);
  }

  return (
    <form class="answer" onSubmit={submit} aria-label={disputes.answering}>
      <div class="field">
        <label htmlFor={id}>{disputes.evidence}</label>
        <textarea
          id={id}
          rows={4}
          value={text}
          aria-invalid={refusal !== undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-note`} class={refusal ? 'problem' : 'hint'}>
          {refusal ?? disputes.evidenceHint}
        </p>
      </div>
      <FormEnd label={disputes.sendEvidence} busyLabel={common.sending} busy={busy} onCancel={onCancel} />
    </form>
  );
}

function AcceptForm({ payment, onDone, onCancel }: FormProps) {
  const { common, disputes } = useWords();
  const { send, busy, refusal } = useSend();

  function submit(event: Event): void {
    event.preventDefault();
    void send(`payments/${payment}/accept-dispute`, {}, onDone);
  }

  return (
    <form class="answer" onSubmit={submit} aria-label={disputes.accept}>
      <p>{disputes.acceptText}</p>
      <FormEnd label={disputes.accept} busyLabel={common.sending} busy={busy} refusal={refusal} onCancel={onCancel} />
    </form>
  );
}
